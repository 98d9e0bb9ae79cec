import { defineEvent } from '../../../platform/events.ts';

export const serviceAdded = defineEvent<{ serviceId: string }>('service.added');
export const serviceBoundsSet = defineEvent<{ serviceId: string }>('service.bounds-set');
export const attendanceRuleSet = defineEvent<{ serviceId: string }>('service.attendance-rule-set');
