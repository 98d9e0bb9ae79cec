// The network under a page as a test wishes it, for pages and for what travels between browsers.
import type { CDPSession, Page } from 'playwright-core';

type Network = {
  /** Nothing at all goes through. */
  offline?: boolean;
  /** So many of a hundred packets of calls are lost, both ways. */
  packetLoss?: number;
  /** What goes through each way, in kilobits a second. */
  kilobits?: number;
};

const sessions = new WeakMap<Page, Promise<CDPSession>>();

// A session that ends takes its conditions with it, so each page keeps one.
function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

/**
 * From now on the page has this network; a good one where nothing is said. Only calls that begin after a first asking
 * feel it, so it is given to a page before it joins.
 */
export async function giveNetwork(page: Page, network: Network = {}): Promise<void> {
  const { offline = false, kilobits } = network;
  // Each sets all conditions anew. The first tells the page that it is without a network; calls hear the second only.
  await page.context().setOffline(offline);
  const throughput = kilobits === undefined ? -1 : (kilobits * 1000) / 8;
  await (await sessionOf(page)).send('Network.emulateNetworkConditionsByRule', {
    matchedNetworkConditions: [
      {
        urlPattern: '',
        latency: 0,
        offline,
        downloadThroughput: throughput,
        uploadThroughput: throughput,
        packetLoss: offline ? 100 : (network.packetLoss ?? 0),
      },
    ],
  });
}
