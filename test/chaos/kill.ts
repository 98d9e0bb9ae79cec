// npm run chaos: kills the writing process and the database server in the middle of writes, again and again, and
// counts. Promise: a write that was acknowledged is there after any kill. Ends with 1 when one is lost.
import { kill, prepareRun, until } from './run.ts';

const rounds = 6;
const rowsPerRound = 2000;

const run = await prepareRun();
let lostInAll = 0;
const recoveries: number[] = [];
try {
  let writer = run.startWriter();
  for (let round = 1; round <= rounds; round++) {
    const before = run.acknowledged.size;
    await until(60, 'Writing', () => run.acknowledged.size >= before + rowsPerRound);
    const victim = round % 3 === 1 ? 'the writer' : round % 3 === 2 ? 'the database server' : 'both';
    if (victim !== 'the database server') await kill(writer);
    if (victim !== 'the writer') {
      const dead = await run.postmaster();
      const start = performance.now();
      process.kill(dead, 'SIGKILL');
      await until(60, 'A restart', async () => (await run.postmaster().catch(() => dead)) !== dead);
      await until(60, 'Running', () => run.database.state() === 'running');
      recoveries.push(performance.now() - start);
    }
    if (victim !== 'the database server') writer = run.startWriter();
    const { promised, rows, lost } = await run.count();
    lostInAll += lost;
    console.log(`round ${round}: killed ${victim}; ${promised} acknowledged, ${rows} there, ${lost} lost`);
  }
  await kill(writer);
  const { rows, lost } = await run.count();
  lostInAll += lost;
  const slowest = Math.round(Math.max(...recoveries));
  console.log(
    `acknowledged ${run.acknowledged.size}, there ${rows}, lost ${lost}, ` +
      `never acknowledged but there ${rows - run.acknowledged.size + lost}; slowest restart ${slowest} ms`,
  );
} finally {
  await run.end();
}
process.exit(lostInAll > 0 ? 1 : 0);
