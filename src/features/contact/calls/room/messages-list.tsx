import { useSay } from '../../../../ui/speech.tsx';
import type { NewsMessage } from '../news.browser.ts';
import { texts } from '../texts.ts';

/** Written messages as a list; own ones are told apart in words. */
export function MessagesList({ messages }: { messages: readonly NewsMessage[] }) {
  const say = useSay();
  if (messages.length === 0) return <p>{say(texts.noMessages)}</p>;
  return (
    <ul>
      {messages.map((message) => (
        <li key={message.position}>
          <b>{message.mine ? say(texts.fromYou) : message.name}</b>{' '}
          <span class="small quiet-ink">{message.time}</span>
          <br />
          {message.text}
        </li>
      ))}
    </ul>
  );
}
