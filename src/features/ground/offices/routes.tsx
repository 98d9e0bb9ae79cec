// The public pages of an office, and its own pages for those who keep it.
import { nowIn, todayIn } from '../../../platform/clock.ts';
import { readForm, withError } from '../../../platform/forms.ts';
import { allow, feature, open } from '../../../platform/web.ts';
import { accentFrom } from '../../../ui/contrast.ts';
import { type FormState, filledForm } from '../../../ui/form.tsx';
import { changeOffice } from './actions.ts';
import { DetailsPage, namedValues } from './details-page.tsx';
import { closedDaysBetween, thisOffice, unitsOf } from './door.ts';
import { contactsOf, detailsForm, lookForm, textOf } from './forms.ts';
import { LookPage } from './look/look-page.tsx';
import { OfficePage } from './office-page.tsx';
import { ContactPage } from './public/contact-page.tsx';
import { AccessibilityPage, PrivacyPage } from './public/statement-pages.tsx';
import { publicTexts } from './public/texts-public.ts';
import { hoursByUnit, openingOf, weekOf } from './queries.ts';
import { texts } from './texts.ts';

const keeper = allow('manager', 'administrator');
const administrator = allow('administrator');
const usualColour = '#0a5c66';

export const routes = feature()
  .get('/contact', open(), async (c) => {
    const { tx } = c.var;
    const office = await thisOffice(tx);
    const units = await unitsOf(tx);
    const hours = await hoursByUnit(tx);
    const today = todayIn(office.timeZone);
    const closedDays = await closedDaysBetween(tx, today, today.add({ days: 60 }));
    return c.render(
      <ContactPage
        office={{ id: office.officeId, ...office, week: weekOf(hours, null) }}
        units={units.map((unit) => ({ ...unit, week: hours.get(unit.id) ?? new Map() }))}
        closedDays={closedDays.slice(0, 6)}
        prefix={c.var.address?.pathPrefix ?? ''}
      />,
      { title: publicTexts.contactUs },
    );
  })
  .get('/accessibility', open(), async (c) =>
    c.render(<AccessibilityPage office={await thisOffice(c.var.tx)} />, { title: publicTexts.accessibility }),
  )
  .get('/privacy', open(), async (c) =>
    c.render(<PrivacyPage office={await thisOffice(c.var.tx)} />, { title: publicTexts.privacy }),
  )

  .get('/office', keeper, async (c) => {
    const { tx, actor } = c.var;
    const office = await thisOffice(tx);
    const today = nowIn(office.timeZone).toPlainDate();
    const { baseUrl } = tx.outside.config;
    return c.render(
      <OfficePage
        actor={actor}
        name={office.name}
        address={office.host ? `https://${office.host}/` : `${baseUrl}/${office.slug}/`}
        contacts={office.contacts}
        units={await unitsOf(tx)}
        today={today}
        opening={await openingOf(tx, today, null)}
      />,
      { title: texts.office },
    );
  })

  .get('/office/details', administrator, async (c) => {
    const office = await thisOffice(c.var.tx);
    const form = filledForm({
      ...namedValues(office.name, office.contacts),
      'languages[]': office.languages,
    });
    const saved = c.req.query('saved') !== undefined;
    return c.render(<DetailsPage actor={c.var.actor} form={form} saved={saved} />, {
      title: texts.details,
      under: '/office',
    });
  })
  .post('/office/details', administrator, async (c) => {
    const form = readForm(detailsForm, c.var.form);
    if (!form.ok) {
      return c.render(<DetailsPage actor={c.var.actor} form={form} saved={false} />, {
        title: texts.details,
        under: '/office',
        status: 422,
      });
    }
    const { 'data-protection': dataProtection, 'languages[]': languages, ...rest } = form.value;
    await changeOffice(c.var.tx, c.var.actor, {
      name: textOf(rest),
      languages,
      contacts: contactsOf({ ...rest, dataProtection }),
    });
    return c.redirect('/office/details?saved', 303);
  })

  .get('/office/look', administrator, async (c) => {
    const own = (await thisOffice(c.var.tx)).accent;
    const typed = c.req.query('accent')?.trim();
    const tried = typed ?? own ?? usualColour;
    const found = accentFrom(tried);
    const form = found.ok
      ? filledForm({ accent: tried })
      : { values: { accent: tried }, errors: { accent: found.reason } };
    return c.render(
      <LookPage
        actor={c.var.actor}
        form={form}
        tried={tried}
        saved={c.req.query('saved') !== undefined}
        own={own !== null}
      />,
      { title: texts.look, under: '/office', ...(found.ok ? {} : { status: 422 as const }) },
    );
  })
  .post('/office/look', administrator, async (c) => {
    const { tx, actor } = c.var;
    const form = readForm(lookForm, c.var.form);
    const refuse = (shown: FormState, tried: string) =>
      c.render(<LookPage actor={actor} form={shown} tried={tried} saved={false} own={false} />, {
        title: texts.look,
        under: '/office',
        status: 422,
      });
    if (!form.ok) return refuse(form, usualColour);
    const { accent } = form.value;
    const found = accent === '' ? undefined : accentFrom(accent);
    if (found?.ok === false) return refuse(withError(c.var.form, 'accent', found.reason), accent);
    await changeOffice(tx, actor, { accent: accent || null });
    return c.redirect('/office/look?saved', 303);
  });
