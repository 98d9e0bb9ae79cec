// Is somebody speaking while their microphone is closed? A cough or a closing door is not speech: it must be loud for
// most of a second. Pure, fed with one loudness after another.

/** Loudness (0–1 by its logarithm, −60 dB to 0 dB) at and above which a voice is near: about −31 dB. */
const nearVoice = 0.48;
/** Of the last `remembered` loudnesses, one each 80 ms, so many are loud while somebody speaks. */
const remembered = 12;
const loudForSpeech = 7;
/** How many quiet ones in a row it takes until the notice goes: about four seconds. */
const quietUntilOver = 50;

export type Hearing = { loud: readonly boolean[]; quietFor: number; speaks: boolean };

export const hearsNothing: Hearing = { loud: [], quietFor: 0, speaks: false };

/** The hearing after one more loudness. */
export function afterLoudness(before: Hearing, level: number): Hearing {
  const loud = [...before.loud, level >= nearVoice].slice(-remembered);
  const quietFor = level >= nearVoice ? 0 : before.quietFor + 1;
  const begins = loud.filter(Boolean).length >= loudForSpeech;
  return { loud, quietFor, speaks: begins || (before.speaks && quietFor < quietUntilOver) };
}
