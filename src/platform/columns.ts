// Column types that carry Temporal values, so that an instant, a calendar day and a wall-clock time can never be
// mixed up between the database and the code.
import { sql } from 'drizzle-orm';
import { customType, uuid } from 'drizzle-orm/pg-core';

/** `timestamptz` as `Temporal.Instant`. */
export const instant = customType<{ data: Temporal.Instant; driverData: string }>({
  dataType: () => 'timestamptz',
  fromDriver: (value) => Temporal.Instant.from(value),
  toDriver: (value) => value.toString(),
});

/** `date` as `Temporal.PlainDate`. */
export const calendarDay = customType<{ data: Temporal.PlainDate; driverData: string }>({
  dataType: () => 'date',
  fromDriver: (value) => Temporal.PlainDate.from(value),
  toDriver: (value) => value.toString(),
});

/** `time` as `Temporal.PlainTime`. */
export const wallTime = customType<{ data: Temporal.PlainTime; driverData: string }>({
  dataType: () => 'time',
  fromDriver: (value) => Temporal.PlainTime.from(value),
  toDriver: (value) => value.toString(),
});

/** `bytea` as `Buffer`: sealed free text and hashes. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({
  dataType: () => 'bytea',
});

/** The tenant: every table has it, and the database fills it in from the transaction. */
export const officeId = () => uuid('office_id').notNull().default(sql`current_office()`);

/** A row's own id, a UUID of version 7 (RFC 9562) made by the database. */
export const id = () => uuid('id').notNull().default(sql`uuidv7()`);

/** The instant of writing, by the database's clock. */
export const writtenAt = (name: string) => instant(name).notNull().default(sql`now()`);
