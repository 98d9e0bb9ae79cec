import { defineEvent } from '../../../platform/events.ts';

export const officeOpened = defineEvent<{ officeId: string }>('office.opened');
export const unitAdded = defineEvent<{ unitId: string }>('unit.added');
