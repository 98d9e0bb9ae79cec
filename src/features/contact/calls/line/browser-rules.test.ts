import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Ladder, type Measure, newLadder, pictureFor, step, upAfterMs } from './ladder-rules.ts';
import { isDue, isPolite, onDescription, type SignalBy } from './negotiation-rules.ts';
import { afterGap, changesBetween, endOfLine, missing, nothingTyped, readTyped } from './typing-rules.ts';
import { afterLoudness, type Hearing, hearsNothing } from './unheard-rules.ts';

describe('the ladder', () => {
  /** Feeds one measure a second. */
  function seconds(ladder: Ladder, count: number, measure: Omit<Measure, 'at'>, from = 0): Ladder {
    let at = ladder;
    for (let second = 1; second <= count; second++) at = step(at, { ...measure, at: (from + second) * 1000 });
    return at;
  }
  const good = { loss: 0, availableKbps: 1500 };

  test('a network that carries too little for five seconds leaves the voice only, and not before', () => {
    const weak = { loss: 0, availableKbps: 100 };
    expect(seconds(newLadder(), 3, weak).rung).not.toBe('voice');
    expect(seconds(newLadder(), 7, weak).rung).toBe('voice');
  });

  test('a tenth of the packets lost leaves the voice only, even where the estimate is high', () => {
    expect(seconds(newLadder(), 7, { loss: 0.2, availableKbps: 2000 }).rung).toBe('voice');
  });

  test('a somewhat weak network makes the picture smaller and keeps it', () => {
    expect(seconds(newLadder(), 30, { loss: 0.02, availableKbps: 250 }).rung).toBe('low');
  });

  test('after fifteen good seconds it goes one step up, and after fifteen more to the full picture', () => {
    const voice = seconds(newLadder(), 8, { loss: 0.3, availableKbps: 80 });
    const patience = upAfterMs / 1000;
    expect(seconds(voice, patience - 1, good, 10).rung).toBe('voice');
    expect(seconds(voice, patience + 1, good, 10).rung).toBe('low');
    expect(seconds(voice, 2 * patience + 3, good, 10).rung).toBe('full');
  });

  test('a step up that did not hold is tried again only later', () => {
    let ladder = seconds(newLadder(), 8, { loss: 0.3, availableKbps: 80 });
    ladder = seconds(ladder, 17, good, 10);
    expect(ladder.rung).toBe('low');
    ladder = seconds(ladder, 7, { loss: 0.3, availableKbps: 80 }, 30);
    expect(ladder.rung).toBe('voice');
    expect(seconds(ladder, 17, good, 40).rung).toBe('voice');
    expect(seconds(ladder, 32, good, 40).rung).toBe('low');
  });

  test('whatever the network does, nobody is thrown more than one step up in fifteen seconds', () => {
    const measure = fc.record({
      loss: fc.double({ min: 0, max: 1, noNaN: true }),
      availableKbps: fc.option(fc.integer({ min: 0, max: 3000 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(measure, { maxLength: 120 }), (measures) => {
        let ladder = newLadder();
        let lastUp = Number.NEGATIVE_INFINITY;
        const height = { voice: 0, low: 1, full: 2 };
        for (const [second, one] of measures.entries()) {
          const next = step(ladder, { ...one, at: second * 1000 });
          const climbed = height[next.rung] - height[ladder.rung];
          expect(climbed).toBeLessThanOrEqual(1);
          if (climbed > 0) {
            expect(second * 1000 - lastUp).toBeGreaterThanOrEqual(upAfterMs);
            lastUp = second * 1000;
          }
          ladder = next;
        }
      }),
    );
  });

  test('the uplink is shared: with three others each gets a smaller picture', () => {
    expect(pictureFor('full', 3).kbps).toBeLessThan(pictureFor('full', 1).kbps);
    expect(pictureFor('low', 1).kbps).toBeLessThan(pictureFor('full', 3).kbps);
  });
});

describe('perfect negotiation', () => {
  test('a page on its way in is newer than whoever it meets, before it knows its own number and after', () => {
    expect(isPolite(undefined, '01a2')).toBe(isPolite('01a3', '01a2'));
    expect(isPolite('01a2', '01a3')).toBe(true);
  });

  // A model of two connections and the two queues between them; only the signalling state is modelled.
  type Peer = {
    polite: boolean;
    state: 'stable' | 'have-local-offer';
    offer: number;
    agreed: number;
    inbox: Sent[];
  };
  type Sent = { type: 'offer' | 'answer'; round: number };

  test('however offers cross, both end stable and agree on one round', () => {
    const deed = fc.constantFrom('a-offers', 'b-offers', 'a-reads', 'b-reads');
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
        const make = (polite: boolean): Peer => ({ polite, state: 'stable', offer: 0, agreed: 0, inbox: [] });
        const [a, b] = [make(isPolite('a', 'b')), make(isPolite('b', 'a'))];
        expect(a.polite).toBe(!b.polite);
        let round = 0;
        const offer = (me: Peer, other: Peer) => {
          if (me.state !== 'stable') return;
          round += 1;
          Object.assign(me, { state: 'have-local-offer', offer: round });
          other.inbox.push({ type: 'offer', round });
        };
        const read = (me: Peer, other: Peer) => {
          const sent = me.inbox.shift();
          if (!sent) return;
          const answer = onDescription(sent.type, {
            polite: me.polite,
            makingOffer: false,
            signalingState: me.state,
            settingAnswer: false,
          });
          if (answer === 'ignore') return;
          if (sent.type === 'answer') {
            expect(sent.round).toBe(me.offer);
            Object.assign(me, { state: 'stable', agreed: sent.round });
            return;
          }
          const gaveWay = me.state === 'have-local-offer';
          Object.assign(me, { state: 'stable', agreed: sent.round });
          other.inbox.push({ type: 'answer', round: sent.round });
          // What we wanted to offer is still wanted; the browser asks for negotiation again.
          if (gaveWay) offer(me, other);
        };
        for (const one of deeds) {
          if (one === 'a-offers') offer(a, b);
          if (one === 'b-offers') offer(b, a);
          if (one === 'a-reads') read(a, b);
          if (one === 'b-reads') read(b, a);
        }
        for (let turn = 0; turn < 200 && a.inbox.length + b.inbox.length > 0; turn++) {
          read(a, b);
          read(b, a);
        }
        expect([a.state, b.state, a.inbox.length, b.inbox.length]).toEqual(['stable', 'stable', 0, 0]);
        expect(a.agreed).toBe(b.agreed);
        expect(a.agreed).toBe(round === 0 ? 0 : a.agreed);
      }),
    );
  });
});

describe('signals by the server and by the line', () => {
  test.each<[number, number, SignalBy, boolean]>([
    [1, 0, 'server', true],
    [1, 1, 'server', false],
    // What the server has dropped for somebody who was away does not hold up the rest.
    [3, 1, 'server', true],
    [2, 1, 'line', true],
    [1, 1, 'line', false],
    [3, 1, 'line', false],
  ])('signal %i after %i by the %s: %s', (number, heard, by, due) => {
    expect(isDue(number, heard, by)).toBe(due);
  });

  test('each is applied once and in order, whichever way is faster and whenever the line begins or breaks', () => {
    const hearing = fc.array(fc.constantFrom<SignalBy>('server', 'line'), { maxLength: 60 });
    const byLine = fc.array(fc.boolean(), { maxLength: 20 });
    fc.assert(
      fc.property(byLine, hearing, (carried, hearings) => {
        const sent = carried.map((_, index) => index + 1);
        const inboxes = { server: [...sent], line: sent.filter((number) => carried[number - 1]) };
        const applied: number[] = [];
        const rest = sent.map(() => 'server' as const);
        for (const by of [...hearings, ...rest]) {
          const number = inboxes[by].shift();
          if (number !== undefined && isDue(number, applied.at(-1) ?? 0, by)) applied.push(number);
        }
        expect(applied).toEqual(sent);
      }),
    );
  });
});

describe('real-time text', () => {
  test('whatever is typed and erased, the reader sees what the writer sees', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'ö', 'å', '😀', ' ', 'k', '.'), maxLength: 30 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (states) => {
        let seen = nothingTyped;
        let before = '';
        for (const after of states) {
          seen = readTyped(seen, changesBetween(before, after));
          expect(seen.line).toBe(after);
          before = after;
        }
        expect(readTyped(seen, endOfLine)).toEqual({ lines: [before], line: '' });
      }),
    );
  });

  test('a new line may come in any of its old forms, and marks of order and bells show as nothing', () => {
    expect(readTyped(nothingTyped, '\uFEFFhei\r\n\u0007moi\nno\u2028ni')).toEqual({
      lines: ['hei', 'moi', 'no'],
      line: 'ni',
    });
  });

  test('a backspace at the beginning of a line takes nothing from the line before', () => {
    expect(readTyped({ lines: ['hei'], line: '' }, '\u0008\u0008a')).toEqual({ lines: ['hei'], line: 'a' });
  });

  test('after a channel was down the reader sees where something may be missing, and then what the writer has now', () => {
    const before = readTyped(nothingTyped, 'tulen kello');
    expect(readTyped(afterGap(before), 'tulen kello yhdeksän')).toEqual({
      lines: [`tulen kello${missing}`],
      line: 'tulen kello yhdeksän',
    });
    expect(afterGap(nothingTyped)).toEqual(nothingTyped);
  });
});

describe('somebody who speaks with the microphone closed', () => {
  const heard = (levels: readonly number[], from: Hearing = hearsNothing) =>
    levels.reduce(afterLoudness, from);
  const speech = Array.from({ length: 12 }, (_, at) => (at % 4 === 3 ? 0.3 : 0.62));

  test('is told so while they speak, and no longer a while after', () => {
    const speaking = heard(speech);
    expect(speaking.speaks).toBe(true);
    expect(heard(Array(20).fill(0.2), speaking).speaks).toBe(true);
    expect(heard(Array(60).fill(0.2), speaking).speaks).toBe(false);
  });

  test('is not told for a cough, a door, or the noise of a room', () => {
    expect(heard([0.2, 0.8, 0.9, 0.8, 0.2, 0.1, 0.2, 0.2]).speaks).toBe(false);
    expect(heard(Array(100).fill(0.45)).speaks).toBe(false);
  });
});
