import { Facts } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import type { Contacts } from '../tables.ts';
import { publicTexts } from './texts-public.ts';

/** How an office or a unit is reached, each way as a link that does it. Nothing when there is no way. */
export function ContactList({ contacts }: { contacts: Contacts }) {
  const say = useSay();
  const { phone, sms, email, address, web } = contacts;
  const facts = [
    ...(phone ? [{ term: publicTexts.phone, value: <a href={`tel:${phone}`}>{sayPhone(phone)}</a> }] : []),
    ...(sms ? [{ term: publicTexts.sms, value: <a href={`sms:${sms}`}>{sayPhone(sms)}</a> }] : []),
    ...(email ? [{ term: publicTexts.email, value: <a href={`mailto:${email}`}>{email}</a> }] : []),
    ...(address ? [{ term: publicTexts.address, value: lines(address) }] : []),
    ...(web ? [{ term: publicTexts.web, value: <a href={web}>{web.replace(/^https?:\/\//, '')}</a> }] : []),
  ];
  if (facts.length === 0) return <p class="quiet-ink">{say(publicTexts.noContacts)}</p>;
  return <Facts facts={facts} />;
}

/**
 * "+358401234567" as it is dialled at home, "040 123 4567", and "+35885550100" with its area, "08 555 0100"; numbers
 * of other countries stay as they are.
 */
export function sayPhone(phone: string): string {
  const finnish = /^\+358(4\d|50|[235689])(\d{3})(\d{3,4})$/.exec(phone.replaceAll(' ', ''));
  return finnish ? `0${finnish[1]} ${finnish[2]} ${finnish[3]}` : phone;
}

function lines(address: string) {
  return address.split('\n').map((line, at) => (
    <span key={at}>
      {at > 0 && <br />}
      {line}
    </span>
  ));
}
