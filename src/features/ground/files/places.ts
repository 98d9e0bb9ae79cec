// Where a file's parts stand: the associated data of its seals and its key in the store.
import type { Place } from '../../../platform/encryption.ts';
import type { Tx } from '../../../platform/tenancy.ts';

export function placeOf(file: { personId: string; id: string }, column: 'name' | 'body'): Place {
  return { personId: file.personId, table: 'files', column, rowId: file.id };
}

export const keyOf = (tx: Tx, fileId: string): string => `${tx.officeId}/${fileId}`;
