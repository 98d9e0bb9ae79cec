import { defineEvent } from '../../../platform/events.ts';

export const serviceAdded = defineEvent<{ serviceId: string }>('service.added');
export const serviceBoundsSet = defineEvent<{ serviceId: string }>('service.bounds-set');
export const attendanceRuleSet = defineEvent<{ serviceId: string }>('service.attendance-rule-set');
export const servicePublished = defineEvent<{ serviceId: string; number: number }>('service.published');
export const serviceStageSet = defineEvent<{ serviceId: string; stage: string }>('service.stage-set');
