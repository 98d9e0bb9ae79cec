import { defineEvent } from '../../../platform/events.ts';

export const officeOpened = defineEvent<{ officeId: string }>('office.opened');
export const unitAdded = defineEvent<{ unitId: string }>('unit.added');
export const officeChanged = defineEvent<{ officeId: string }>('office.changed');
export const unitChanged = defineEvent<{ unitId: string }>('unit.changed');
export const unitClosed = defineEvent<{ unitId: string }>('unit.closed');
export const unitReopened = defineEvent<{ unitId: string }>('unit.reopened');
export const openingHoursChanged = defineEvent<{ unitId: string | null }>('opening-hours.changed');
export const closedDaysChanged = defineEvent<{ year: number }>('closed-days.changed');
export const settingSet = defineEvent<{ key: string }>('setting.set');
