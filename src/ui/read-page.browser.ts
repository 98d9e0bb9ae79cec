// A page of ours that came as an answer to a script, to take pieces from.

/**
 * Reads a whole page. Without its own style element: this page has the same colours already, and its content security
 * policy refuses (aloud, in the console) a style with the nonce of another answer.
 */
export const readPage = (html: string): Document =>
  new DOMParser().parseFromString(html.replace(/<style .*?<\/style>/s, ''), 'text/html');
