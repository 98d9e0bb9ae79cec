// The rules an office may set, from whichever feature declared them.
import { todayIn } from '../../../../platform/clock.ts';
import { readForm } from '../../../../platform/forms.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { allow, feature, NotFound } from '../../../../platform/web.ts';
import { type FormState, filledForm } from '../../../../ui/form.tsx';
import { setSetting } from '../actions.ts';
import { thisOffice } from '../door.ts';
import { settingForm } from '../forms.ts';
import { settingHistory, settingsInForce } from '../queries.ts';
import { texts } from '../texts.ts';
import { declaredSetting, declaredSettings, type SettingDefinition } from './settings.ts';
import { type HistoryRow, SettingPage, SettingsPage } from './settings-page.tsx';

const administrator = allow('administrator');

export const settingsRoutes = feature()
  .get('/office/settings', administrator, async (c) => {
    const own = await settingsInForce(c.var.tx, todayIn());
    const settings = declaredSettings().map((setting) => ({
      setting,
      ...(own.get(setting.key) ?? setting.fallback),
    }));
    return c.render(<SettingsPage actor={c.var.actor} settings={settings} />, {
      title: texts.settings,
      under: '/office',
    });
  })
  .get('/office/settings/:key', administrator, async (c) => {
    const setting = thatSetting(c.req.param('key'));
    const history = await historyOf(c.var.tx, setting);
    const current = history.find((row) => row.state === 'inForce')?.value ?? setting.fallback.value;
    const form = filledForm({ value: writtenValue(current), 'valid-from': todayIn().toString() });
    return c.render(settingPage(c.var.actor, setting, history, form, c.req.query('saved') !== undefined), {
      title: setting.title,
      under: '/office',
    });
  })
  .post('/office/settings/:key', administrator, async (c) => {
    const setting = thatSetting(c.req.param('key'));
    const form = readForm(settingForm(setting), c.var.form);
    if (!form.ok) {
      const history = await historyOf(c.var.tx, setting);
      return c.render(settingPage(c.var.actor, setting, history, form, false), {
        title: setting.title,
        under: '/office',
        status: 422,
      });
    }
    const { value, source, 'valid-from': validFrom } = form.value;
    await setSetting(c.var.tx, c.var.actor, setting, { value, validFrom, source });
    return c.redirect(`/office/settings/${encodeURIComponent(setting.key)}?saved`, 303);
  });

type PageActor = Parameters<typeof SettingPage>[0]['actor'];

function settingPage(
  actor: PageActor,
  setting: SettingDefinition,
  history: HistoryRow[],
  form: FormState,
  saved: boolean,
) {
  return <SettingPage actor={actor} setting={setting} history={history} form={form} saved={saved} />;
}

function thatSetting(key: string): SettingDefinition {
  const setting = declaredSetting(key);
  if (!setting) throw new NotFound('setting');
  return setting;
}

// Rows come with the newest validity first; the first one that has begun is in force, and a second row for the
// same day was replaced by the one before it.
async function historyOf(tx: Tx, setting: SettingDefinition): Promise<HistoryRow[]> {
  const { timeZone } = await thisOffice(tx);
  const today = todayIn(timeZone);
  const rows = await settingHistory(tx, setting.key);
  let inForce = false;
  const history = rows.map((row, at): HistoryRow => {
    const replaced = rows[at - 1]?.validFrom.equals(row.validFrom) ?? false;
    const begun = Temporal.PlainDate.compare(row.validFrom, today) <= 0;
    const now = begun && !inForce && !replaced;
    inForce ||= now;
    const state = replaced ? 'replaced' : now ? 'inForce' : begun ? 'past' : 'toCome';
    const setOn = row.setAt.toZonedDateTimeISO(timeZone).toPlainDate();
    return { id: row.id, value: row.value, validFrom: row.validFrom, source: row.source, setOn, state };
  });
  const { value, validFrom, source } = setting.fallback;
  const state = inForce ? ('past' as const) : ('inForce' as const);
  return [...history, { id: 'fallback', value, validFrom, source, setOn: undefined, state }];
}

function writtenValue(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}
