// What signing in tells a person.
import { defineNotice } from '../notices/door.ts';
import { texts } from './texts.ts';

/** Somebody signed in on a browser that was not known. It goes at once, and rather by another channel. */
export const newDevice = defineNotice<Record<string, never>>({
  kind: 'new-device',
  texts: { body: texts.newDeviceNotice },
  necessary: true,
  urgent: true,
  only: ['sms', 'email'],
  landsOn: () => '/me/sessions',
});

/** A passkey was made: whoever did not make it should know at once. */
export const newPasskey = defineNotice<Record<string, never>>({
  kind: 'new-passkey',
  texts: { body: texts.newPasskeyNotice },
  necessary: true,
  urgent: true,
  only: ['sms', 'email'],
  landsOn: () => '/me/passkeys',
});
