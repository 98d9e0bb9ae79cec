// The browser's part of a passkey: asks the server for a question, has the device sign it, posts the answer.
import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { useEffect, useState } from 'preact/hooks';

export type PasskeyProps = {
  act: 'sign-in' | 'register';
  /** Where the question comes from and where the answer goes. */
  options: string;
  answer: string;
  /** Sent beside the answer. */
  fields: Record<string, string>;
  label: string;
  noScript: string;
  failed: string;
  main: boolean;
};

export default function Passkey(props: PasskeyProps) {
  const [ready, setReady] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => setReady('PublicKeyCredential' in window), []);
  if (!ready) return <p class="small quiet-ink">{props.noScript}</p>;
  const start = async () => {
    setFailed(false);
    try {
      const optionsJSON = await send(props.options, {});
      const response =
        props.act === 'register'
          ? await startRegistration({ optionsJSON: optionsJSON as never })
          : await startAuthentication({ optionsJSON: optionsJSON as never });
      const { to } = await send(props.answer, { ...props.fields, response: JSON.stringify(response) });
      location.assign(String(to));
    } catch {
      setFailed(true);
    }
  };
  return (
    <div class="flow">
      <div class="buttons">
        <button type="button" class={`button ${props.main ? 'main' : 'quiet'}`} onClick={start}>
          {props.label}
        </button>
      </div>
      <p role="alert">{failed ? props.failed : ''}</p>
    </div>
  );
}

async function send(to: string, fields: Record<string, string>): Promise<Record<string, unknown>> {
  const answer = await fetch(to, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(fields),
  });
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  return answer.json();
}
