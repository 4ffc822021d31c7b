/** Shot changes of the footage: found in the background, corrected by the person, shared by timeline, player and checks. */
import { millisecondOfFrame, frameAt } from '../../shared/frames/frames';
import { correctedShots } from '../../shared/shots/shots';
import { getClient } from '../platform/client';
import { useDocument } from './document';
import { useShots } from './findings';
import { trueFrames, useFrames } from './frames';
import { jobResult } from './jobs';

/** As found, ms with fractions; null while nobody has looked. */
let found: readonly number[] | null = null;

function show(): void {
  const { project } = useDocument.getState();
  const frames = trueFrames();
  const corrections = project.meta.shots;
  if (found === null && !corrections) return useShots.setState({ shotsMs: null });
  // On the very picture that begins the shot.
  const exact = (found ?? []).map((ms) =>
    frames ? millisecondOfFrame(frames, frameAt(frames, Math.round(ms))) : Math.floor(ms),
  );
  useShots.setState({ shotsMs: correctedShots(exact, corrections) });
}

/** Keeps the shots with the footage and the person's corrections; returns what stops it. */
export function followShots(): () => void {
  let current = 0;
  const load = () => {
    const mine = ++current;
    found = null;
    const { file, info } = useDocument.getState().media;
    if (!file || !info?.video) return show();
    getClient()
      .call('media.knownShots', { file: file.handle })
      .then(
        ({ shotsMs }) => {
          if (mine !== current) return;
          found = shotsMs;
          show();
        },
        // Nothing is known then: they can be looked for by command, which says what goes wrong.
        () => undefined,
      );
    show();
  };
  load();
  const stops = [
    useDocument.subscribe((state, before) => {
      if (state.media !== before.media) load();
      else if (state.project.meta.shots !== before.project.meta.shots) show();
    }),
    useFrames.subscribe(show),
  ];
  return () => {
    current = -1;
    for (const stop of stops) stop();
  };
}

/** Looks through the footage for shot changes; resolves when they are shown. Throws what the job throws. */
export async function findShots(): Promise<void> {
  const { media } = useDocument.getState();
  if (!media.file) return;
  const { shotsMs } = await jobResult(
    await getClient().call('media.shots', { file: media.file.handle }),
    'shots',
  );
  if (useDocument.getState().media !== media) return;
  found = shotsMs;
  show();
}

/** The first shot change behind (1) or before (-1) a time; null for none. */
export function nextShot(ms: number, direction: 1 | -1): number | null {
  const shots = useShots.getState().shotsMs ?? [];
  return (
    (direction === 1 ? shots.find((shot) => shot > ms + 1) : shots.findLast((shot) => shot < ms - 1)) ?? null
  );
}
