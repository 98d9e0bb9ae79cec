// Erasing a person for good: an administrator who has just proved who they are, of somebody already deactivated.
import { z } from 'zod';
import { fieldError, readForm, withError } from '../../../../platform/forms.ts';
import { feature, signedIn } from '../../../../platform/web.ts';
import { emptyForm, type FormState } from '../../../../ui/form.tsx';
import { personManagedBy } from '../access.ts';
import { whomOf } from '../person/routes-person.tsx';
import { texts } from '../texts.ts';
import { erasePerson } from './erasing.ts';
import { ErasurePage } from './erasure-page.tsx';
import { erasureTexts } from './texts-erasure.ts';

const administrator = signedIn({ roles: ['administrator'], stepUp: true });
const sureForm = z.object({ sure: z.literal('yes', { error: fieldError(erasureTexts.notSure) }) });
const page = { title: erasureTexts.title, under: '/people' } as const;

export const erasureRoutes = feature()
  .get('/people/:id/erasure', administrator, async (c) => {
    const person = await personManagedBy(c.var.tx, c.var.actor, c.req.param('id'));
    return c.render(<ErasurePage whom={whomOf(person)} form={emptyForm} />, page);
  })
  .post('/people/:id/erasure', administrator, async (c) => {
    const { tx, actor } = c.var;
    const person = await personManagedBy(tx, actor, c.req.param('id'));
    const read = readForm(sureForm, c.var.form);
    let form: FormState = read.ok ? emptyForm : read;
    if (read.ok) {
      const done = await erasePerson(tx, actor, person.id);
      if (done.ok) return c.redirect('/people?erased', 303);
      const reason = done.reason === 'yourself' ? texts.notYourself : erasureTexts.inUse;
      form = withError(c.var.form, 'form', reason);
    }
    return c.render(<ErasurePage whom={whomOf(person)} form={form} />, { ...page, status: 422 });
  });
