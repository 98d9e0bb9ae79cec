// Requests that are held until a hint says that there may be something to find. A hint carries nothing: whoever waits
// looks again for themselves, by the same question.

export type LiveWaiting = {
  /** Wakes those who wait for one of these topics of an office; for all of its topics when they are not known. */
  wake(officeId: string, topics: readonly string[] | null): void;
  /** Wakes everybody: hints may have been missed. */
  wakeAll(): void;
  /**
   * Gives what `look` finds: at once, else after the next hint of the topic, for at most `milliseconds`. Undefined when
   * nothing came, when the caller has gone (`left`), or when the process closes.
   */
  findWhenHinted<T>(about: Held, look: () => Promise<T | undefined>): Promise<T | undefined>;
  /** Wakes everybody for good: nothing is waited for any more. */
  close(): void;
};

type Held = { officeId: string; topic: string; milliseconds: number; left?: AbortSignal };

export function openWaiting(listening: () => Promise<void>): LiveWaiting {
  const waiting = new Map<string, Set<() => void>>();
  let closed = false;
  const keyOf = (officeId: string, topic: string) => `${officeId} ${topic}`;
  const wakeThese = (key: string) => {
    for (const wake of waiting.get(key) ?? []) wake();
  };
  const wakeAll = () => {
    for (const key of waiting.keys()) wakeThese(key);
  };

  /** Hears every hint of a topic from now on, so that none falls between a look and the waiting after it. */
  const hear = (key: string) => {
    let heard = false;
    let goOn = () => {};
    const wake = () => {
      heard = true;
      goOn();
    };
    const hearing = waiting.get(key) ?? new Set();
    waiting.set(key, hearing.add(wake));
    return {
      wake,
      async next() {
        if (!heard) await new Promise<void>((resolve) => (goOn = resolve));
        heard = false;
      },
      end() {
        hearing.delete(wake);
        if (hearing.size === 0) waiting.delete(key);
      },
    };
  };

  return {
    wake(officeId, topics) {
      if (topics) for (const topic of topics) wakeThese(keyOf(officeId, topic));
      else for (const key of waiting.keys()) if (key.startsWith(`${officeId} `)) wakeThese(key);
    },
    wakeAll,
    async findWhenHinted({ officeId, topic, milliseconds, left }, look) {
      await listening();
      const ear = hear(keyOf(officeId, topic));
      let over = false;
      const stop = () => {
        over = true;
        ear.wake();
      };
      const timer = setTimeout(stop, milliseconds);
      left?.addEventListener('abort', stop);
      try {
        for (;;) {
          const found = await look();
          if (found !== undefined || over || closed) return found;
          await ear.next();
          if (left?.aborted) return undefined;
        }
      } finally {
        clearTimeout(timer);
        left?.removeEventListener('abort', stop);
        ear.end();
      }
    },
    close() {
      closed = true;
      wakeAll();
    },
  };
}
