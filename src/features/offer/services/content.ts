// What a service says of itself: the content of one version. Pure. A draft may have gaps, so the schema takes empty
// texts; `unfinished` names what keeps it from going public. Curly brackets are refused in every text, because they
// are the house's own sign for a value to fill in: so a content text may be given to the page's parts as it is.
import { z } from 'zod';
import type { Text } from '../../../platform/language.ts';

export const serviceKinds = [
  'rehabilitative-work',
  'youth-workshop',
  'open-workshop',
  'individual-coaching',
  'work-coaching',
  'job-coaching',
  'group-coaching',
  'career-coaching',
  'digital-support',
  'purchased',
  'other',
] as const;
export type ServiceKind = (typeof serviceKinds)[number];

export const serviceStages = ['idea', 'prototype', 'pilot', 'in-use', 'retired'] as const;
export type ServiceStage = (typeof serviceStages)[number];

/** The same words as in bookings, and two that no single time has: work at one's own time, and mixing ways. */
export const serviceModes = ['in-person', 'video', 'voice', 'phone', 'text', 'own-time', 'hybrid'] as const;
export type ServiceMode = (typeof serviceModes)[number];

/** What a person may be looking for: the filter of the catalogue. */
export const serviceNeeds = [
  'rhythm',
  'job-search',
  'work-trial',
  'education',
  'confidence',
  'health',
  'company',
  'digital',
  'language',
  'everyday',
] as const;
export type ServiceNeed = (typeof serviceNeeds)[number];

export const payerKinds = [
  'municipality',
  'wellbeing-county',
  'state',
  'kela',
  'project',
  'client',
  'other',
] as const;
export type PayerKind = (typeof payerKinds)[number];

export const stepKinds = [
  'first-contact',
  'start-interview',
  'plan',
  'rhythm',
  'check-in',
  'follow-up',
  'exit',
  'other',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** Who acts in a step: the client alone, the coach alone, both, or somebody else. */
export const stepActors = ['client', 'coach', 'both', 'other'] as const;
export type StepActor = (typeof stepActors)[number];

/** How long a step takes: minutes of one meeting, or days, weeks or months that it goes on. */
export const durationUnits = ['minutes', 'days', 'weeks', 'months'] as const;
export type DurationUnit = (typeof durationUnits)[number];

/** At most so many: a page must stay readable, and a form must end. */
export const most = { steps: 20, places: 10, name: 120, summary: 300, short: 300, long: 3000 };

const words = (length: number) =>
  z
    .string()
    .max(length)
    .regex(/^[^{}]*$/);

/** A text that people of the office write: Finnish, Swedish and English may be empty in a draft, Easy Finnish absent. */
function written(length: number) {
  return z.object({
    fi: words(length),
    sv: words(length),
    en: words(length),
    selko: words(length).min(1).exactOptional(),
  });
}

export const placeSchema = z.object({
  name: words(most.name).min(1),
  address: words(most.short).min(1),
  /** Degrees, WGS 84; both or neither. */
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
});

export const modeSchema = z.object({
  mode: z.enum(serviceModes),
  /** What the client needs for it: a phone, a quiet place, nothing. */
  needs: written(most.short),
  /** How it is done, step by step. */
  instructions: written(most.long),
});

export const stepSchema = z.object({
  kind: z.enum(stepKinds),
  title: written(most.name),
  /** What happens, from the client's side. */
  what: written(most.long),
  mode: z.enum(serviceModes),
  alternatives: z.array(z.enum(serviceModes)).max(serviceModes.length),
  materials: written(most.short).nullable(),
  who: z.enum(stepActors),
  duration: z.object({ amount: z.int().min(1).max(1000), unit: z.enum(durationUnits) }).nullable(),
});

export const contentSchema = z.object({
  name: written(most.name),
  /** One or two sentences for the list. */
  summary: written(most.summary),
  about: written(most.long),
  /** Who it suits. */
  suits: written(most.long),
  /** What it costs the client. */
  price: written(most.short),
  contact: z.object({
    /** E.164, or null in a draft. Always visible once published. */
    phone: z.string().max(20).nullable(),
    email: z.string().max(254).nullable(),
    /** When and how to reach us. */
    text: written(most.short),
  }),
  legalBasis: written(most.short).nullable(),
  /** Who keeps the register of the clients' data. */
  controller: written(most.short),
  payer: z.enum(payerKinds),
  producer: z.object({ kind: z.enum(['own', 'bought']), name: words(most.name) }),
  places: z.array(placeSchema).max(most.places),
  needs: z.array(z.enum(serviceNeeds)),
  modes: z.array(modeSchema).max(serviceModes.length),
  path: z.array(stepSchema).max(most.steps),
});

export type ServiceContent = z.output<typeof contentSchema>;
export type ServicePlace = z.output<typeof placeSchema>;
export type ModeOffered = z.output<typeof modeSchema>;
export type PathStep = z.output<typeof stepSchema>;

const nothing: Text = { fi: '', sv: '', en: '' };

/** The content that a new service begins with. */
export function emptyContent(name: Text): ServiceContent {
  return {
    name,
    summary: nothing,
    about: nothing,
    suits: nothing,
    price: nothing,
    contact: { phone: null, email: null, text: nothing },
    legalBasis: null,
    controller: nothing,
    payer: 'municipality',
    producer: { kind: 'own', name: '' },
    places: [],
    needs: [],
    modes: [],
    path: [],
  };
}
