// Finds a Chromium for the browser tests; on Debian it installs the distribution's own when it may.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export function findChromium(): string | undefined {
  return known.find((path) => existsSync(path));
}

/** Gives the path of a Chromium, installing Debian's by apt when missing and allowed. Throws one readable sentence. */
export function chromiumOrInstall(): string {
  const found = findChromium();
  if (found) return found;
  const sentence =
    'The browser tests need Chromium: install it (on Debian and Ubuntu: apt-get install chromium).';
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) throw new Error(sentence);
  console.log('Installing Chromium with apt-get …');
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  const installed = findChromium();
  if (!installed) throw new Error(sentence);
  return installed;
}
