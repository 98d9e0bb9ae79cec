// The office's logo: the picture for everybody, its page for the administrator.
import { z } from 'zod';
import { NotFound } from '../../../../platform/errors.ts';
import { freeText, neededText } from '../../../../platform/form-values.ts';
import { readForm, withError } from '../../../../platform/forms.ts';
import { allow, feature, open, signedIn } from '../../../../platform/web.ts';
import { emptyForm, type FormState } from '../../../../ui/form.tsx';
import { forgetBrief } from '../door.ts';
import { largestLogoBytes, logoOf, logoPicture, removeLogo, setLogo } from './logo.ts';
import { LogoPage } from './logo-page.tsx';
import { logoTexts } from './texts-logo.ts';

const administrator = allow('administrator');
const page = { title: logoTexts.title, under: '/office' } as const;

const logoForm = z.object({
  'alt-fi': neededText(150, logoTexts.altMissing),
  'alt-sv': freeText(150),
  'alt-en': freeText(150),
});

const refusals = {
  empty: logoTexts.pictureMissing,
  'too-large': logoTexts.tooLarge,
  'no-picture': logoTexts.noPicture,
} as const;

export const logoRoutes = feature()
  .get('/logo/:id', open(), async (c) => {
    const picture = await logoPicture(c.var.tx, c.req.param('id'));
    if (!picture) throw new NotFound('logo');
    // The address changes with the picture, so a browser may keep it for good.
    return c.body(new Uint8Array(picture), 200, {
      'content-type': 'image/webp',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'cache-control': 'public, max-age=31536000, immutable',
    });
  })
  .get('/office/logo', administrator, async (c) =>
    c.render(
      <LogoPage
        actor={c.var.actor}
        logo={await logoOf(c.var.tx)}
        form={emptyForm}
        saved={c.req.query('saved') !== undefined}
      />,
      page,
    ),
  )
  .post(
    '/office/logo',
    signedIn({ roles: ['administrator'], bodyLimit: largestLogoBytes + 64 * 1024 }),
    async (c) => {
      const { tx, actor } = c.var;
      const read = readForm(logoForm, c.var.form);
      const file = c.var.form.get('picture');
      const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
      let form: FormState = emptyForm;
      if (!read.ok) {
        // Both are asked for at once: a browser forgets a chosen file each time.
        const unchosen = bytes.length === 0 ? { picture: logoTexts.pictureMissing } : {};
        form = { values: read.values, errors: { ...unchosen, ...read.errors } };
      } else {
        const { 'alt-fi': fi, 'alt-sv': sv, 'alt-en': en } = read.value;
        const done = await setLogo(tx, actor, { bytes, alt: { fi, sv: sv ?? fi, en: en ?? fi } });
        if (done.ok) {
          forgetBrief(tx.officeId);
          return c.redirect('/office/logo?saved', 303);
        }
        form = withError(c.var.form, 'picture', refusals[done.reason]);
      }
      return c.render(<LogoPage actor={actor} logo={await logoOf(tx)} form={form} saved={false} />, {
        ...page,
        status: 422,
      });
    },
  )
  .post('/office/logo/removal', administrator, async (c) => {
    await removeLogo(c.var.tx, c.var.actor);
    forgetBrief(c.var.tx.officeId);
    return c.redirect('/office/logo?saved', 303);
  });
