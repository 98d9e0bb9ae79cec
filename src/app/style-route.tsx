// The style page: every part of the look in each state. Part of the demonstration only.
import { feature, open } from '../platform/web.ts';
import { StylePage } from '../ui/style-page.tsx';
import { styleTexts } from '../ui/style-texts.ts';

export const styleRoutes = feature().get('/style', open({ withoutOffice: true }), (c) =>
  c.render(<StylePage here="/style" />, { title: styleTexts.title, kind: 'public' }),
);
