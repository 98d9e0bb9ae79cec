// The services of Likijärvi with their bounds and rules, each with the source or agreement it rests on.
import { addService, setAttendanceRule, setServiceBounds } from '../features/offer/services/actions.ts';
import type { AttendanceRule } from '../features/offer/services/rules.ts';
import { todayIn } from '../platform/clock.ts';
import type { Actor } from '../platform/session.ts';
import type { Tx } from '../platform/tenancy.ts';
import type { UnitName } from './likijarvi-people.ts';

export type Services = { rehabilitative: string; youth: string; open: string };

const rule: AttendanceRule = {
  minimumMinutes: 240,
  liveWeight: { video: 1, voice: 1, text: 1, 'on-site': 1, phone: 1 },
  ownWorkWeight: { proved: 1, unproved: 0.5 },
  ownWorkCapMinutes: 180,
  diaryMinutes: 15,
  contactMinutes: 15,
  contactCapMinutes: 30,
};

/** Adds the three services that have days, with what the law and the agreements say of them. */
export async function makeServices(tx: Tx, actor: Actor, units: Record<UnitName, string>): Promise<Services> {
  const validFrom = todayIn().subtract({ days: 365 });
  const rehabilitative = await addService(tx, actor, {
    name: {
      fi: 'Kuntouttava työtoiminta',
      sv: 'Arbetsverksamhet i rehabiliteringssyfte',
      en: 'Rehabilitative work activity',
    },
    kind: 'rehabilitative-work',
    legalBasis: 'Laki kuntouttavasta työtoiminnasta 189/2001',
    unitId: units['rehabilitative-work'],
  });
  const youth = await addService(tx, actor, {
    name: { fi: 'Nuorten työpaja', sv: 'Ungdomsverkstad', en: 'Youth workshop' },
    kind: 'youth-workshop',
    legalBasis: 'Nuorisolaki 1285/2016',
    unitId: units['youth-workshop'],
  });
  const open = await addService(tx, actor, {
    name: { fi: 'Avoin työpaja', sv: 'Öppen verkstad', en: 'Open workshop' },
    kind: 'open-workshop',
    unitId: units['open-workshop'],
  });
  await setServiceBounds(tx, actor, {
    serviceId: rehabilitative,
    validFrom,
    bounds: { weekdays: { least: 1, most: 4 }, dayMinutes: { least: 240, most: 480 }, allowanceCents: 900 },
    source: 'Laki kuntouttavasta työtoiminnasta 189/2001, 13 §',
  });
  await setServiceBounds(tx, actor, {
    serviceId: youth,
    validFrom,
    bounds: { weekdays: { least: 1, most: 5 }, dayMinutes: { least: 240, most: 480 }, allowanceCents: 900 },
    source: 'Sopimus hyvinvointialueen kanssa, 12 §',
  });
  await setServiceBounds(tx, actor, {
    serviceId: open,
    validFrom,
    bounds: { weekdays: { least: 1, most: 3 }, dayMinutes: { least: 120, most: 360 } },
    source: 'Sivistyslautakunta, päätös 14 §',
  });
  const agreement = 'Etäpäivän laskemisesta sovittu hyvinvointialueen ja Kelan kanssa';
  await setAttendanceRule(tx, actor, { serviceId: rehabilitative, validFrom, rule, agreement });
  await setAttendanceRule(tx, actor, { serviceId: youth, validFrom, rule, agreement });
  await setAttendanceRule(tx, actor, {
    serviceId: open,
    validFrom,
    rule: { ...rule, minimumMinutes: 120, ownWorkCapMinutes: 90 },
    agreement: 'Toimiston oma ohje avoimen työpajan päivästä',
  });
  return { rehabilitative, youth, open };
}
