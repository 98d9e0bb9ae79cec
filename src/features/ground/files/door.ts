// Files that people add: pictures, sound and PDF, kept sealed. A feature checks who may see a file; it is kept, opened
// and given a short-lived address here.

export { type FileRefusal, type KeptFile, keepFile, type NewFile, removeFile } from './actions.ts';
export { dataAbout } from './data-about.ts';
export { clearOrphans } from './orphans.ts';
export { fileBody, fileById, fileHref, fileName } from './queries.ts';
export { fileBodyLimit } from './rules.ts';
export { refusalTexts } from './texts.ts';
