// What people never mean to write into a field, and what others mean to.

/** Markup that must never come back as markup. */
export const markup = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</textarea><svg/onload=alert(1)>',
  '</script><script>alert(1)</script>',
  '"onmouseover="alert(1)',
  "'><iframe srcdoc='<script>alert(1)</script>'>",
];

/** How a page would look on which some of it had run free. */
export const runsFree =
  /<script>alert|<img src=x|<svg\/onload|"onmouseover="alert|<iframe srcdoc|<a href="javascript:/i;

export const mischief = [
  ...markup,
  'javascript:alert(1)',
  '{{7*7}}#{7*7}<%= 7*7 %>',
  'a\r\nx-injected: yes\r\nset-cookie: taken=1\r\n\r\n<b>',
  '\nBEGIN:VEVENT\nSUMMARY:x',
  '/\\evil.example/',
  '//evil.example',
  '\u202Eeltsi\u202C\u2066x\u2069',
  'שלום عليكم',
  '👩🏽‍🌾👨‍👩‍👧‍👦🇫🇮',
  'e\u0301\u0323'.repeat(20),
  '\u0000keskellä\u0000',
  '\uD800yksin\uDFFF',
  '\uFEFF\u200B\u00A0',
  "'); drop table persons;--",
  '%00%0d%0a%F0',
  '../../../../etc/passwd',
  '=HYPERLINK("http://evil.example")',
  '{name, plural, other {#}}',
  '[object Object]',
  'null',
  '-1',
  '0',
  '١٢٣',
  '1e999',
  '99999999999999999999',
  '9007199254740993',
  '0x10',
  'NaN',
  '2026-02-30',
  '-271821-04-20',
  '+275760-09-13',
  '9999-12-31',
  '0000-00-00',
  '24:00',
  '25:61',
  '9–8',
  '00000000-0000-0000-0000-000000000000',
  '00000000-0000-0000-0000-00000000000g',
  'a@b',
  '+358'.repeat(20),
  '   ',
  '',
  'x'.repeat(5_000),
  // As much as an ordinary form may hold.
  'ä'.repeat(60_000),
];
