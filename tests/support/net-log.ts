/** What a page asked Chromium's network for, by Chromium's own log (`--log-net-log`): below every API a page has. */
import { z } from 'zod';

const NetLog = z.object({
  constants: z.object({ logEventTypes: z.record(z.string(), z.number()) }),
  events: z.array(
    z.object({
      type: z.number(),
      params: z
        .object({
          url: z.string().optional(),
          initiator: z.string().optional(),
          network_isolation_key: z.string().optional(),
        })
        .optional(),
    }),
  ),
});

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|\[::1\]|localhost)$/;
/** What the browser asks by itself, as people's browsers do too: for updates, and about the shape of forms. */
const NOBODY = 'not an origin';

/** Whether an address leads to another machine. */
export function isBeyondLoopback(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return /^(?:https?|wss?|ftp):$/.test(protocol) && !LOOPBACK.test(hostname);
}

export interface PageRequests {
  /** What pages asked of other machines. */
  readonly beyond: readonly string[];
  /** What the browser by itself asked other machines on account of a page of ours. */
  readonly browsers: readonly string[];
  /** How many requests pages made at all, so that silence can be told from a log of nothing. */
  readonly all: number;
}

/** What a log of Chromium's tells of the pages of this machine. */
export function pageRequests(log: string): PageRequests {
  const { constants, events } = NetLog.parse(JSON.parse(log));
  const begun = constants.logEventTypes.URL_REQUEST_START_JOB;
  const asked = events.flatMap(({ type, params }) => {
    if (type !== begun || params?.url === undefined) return [];
    const isPages = (params.initiator ?? NOBODY) !== NOBODY;
    const isAboutUs = /127\.0\.0\.1/.test(params.network_isolation_key ?? '');
    return isPages || isAboutUs ? [{ url: params.url, isPages }] : [];
  });
  const pages = asked.filter(({ isPages }) => isPages).map(({ url }) => url);
  const browsers = asked.filter(({ isPages }) => !isPages).map(({ url }) => url);
  return {
    beyond: pages.filter(isBeyondLoopback),
    browsers: browsers.filter(isBeyondLoopback),
    all: pages.length,
  };
}
