// What both sides add to a meeting beforehand: files of either, and the coach's request to the client.
import { readForm, withError } from '../../../../platform/forms.ts';
import { allow, feature, signedIn } from '../../../../platform/web.ts';
import { fileBodyLimit, refusalTexts } from '../../../ground/files/door.ts';
import { bookingHeldBy, bookingSeenBy } from '../access.ts';
import { preparationForm } from '../forms.ts';
import { renderBooking } from '../routes.tsx';
import { texts } from '../texts.ts';
import { askToPrepare, attachFile, detachFile } from './before-meeting.ts';
import { beforeTexts } from './texts-before.ts';

const withFile = signedIn({ roles: ['client', 'coach', 'manager'], bodyLimit: fileBodyLimit });

export const beforeRoutes = feature()
  .post('/times/:id/files', withFile, async (c) => {
    const { tx, actor } = c.var;
    const booking = await bookingSeenBy(tx, actor, c.req.param('id'), 'changed');
    const file = c.var.form.get('file');
    const refuse = (text: Parameters<typeof withError>[2]) =>
      renderBooking(c, booking.id, withError(c.var.form, 'file', text));
    if (booking.cancelledAt) return refuse(texts.tooLate);
    if (!(file instanceof File) || file.name === '') return refuse(beforeTexts.fileMissing);
    const added = await attachFile(tx, actor, booking, file);
    if (added.ok) return c.redirect(`/times/${booking.id}`, 303);
    return refuse(added.reason === 'too-many' ? beforeTexts.tooMany : refusalTexts[added.reason]);
  })
  .post('/times/:id/files/:fileId/removal', allow('client', 'coach', 'manager'), async (c) => {
    const { tx, actor } = c.var;
    const booking = await bookingSeenBy(tx, actor, c.req.param('id'), 'changed');
    await detachFile(tx, actor, booking, c.req.param('fileId'));
    return c.redirect(`/times/${booking.id}`, 303);
  })
  .post('/times/:id/preparation', allow('coach', 'manager'), async (c) => {
    const { tx, actor } = c.var;
    const booking = await bookingHeldBy(tx, actor, c.req.param('id'), 'changed');
    const form = readForm(preparationForm, c.var.form);
    if (!form.ok) return renderBooking(c, booking.id, form);
    await askToPrepare(tx, actor, booking, form.value.preparation);
    return c.redirect(`/times/${booking.id}`, 303);
  });
