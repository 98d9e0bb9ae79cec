import { defineEvent } from '../../../platform/events.ts';

export const fileKept = defineEvent<{ fileId: string; personId: string; purpose: string }>('file.kept');
export const fileRemoved = defineEvent<{ fileId: string; personId: string }>('file.removed');
