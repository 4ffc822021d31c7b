import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dragCue, drawCueFrom, rubberBand } from '../../../../../renderer/features/timeline/gestures';
import { dragMarker, dragShot } from '../../../../../renderer/features/timeline/mark-gestures';
import { useDocument } from '../../../../../renderer/state/document';
import { useShots } from '../../../../../renderer/state/findings';
import { useFrames } from '../../../../../renderer/state/frames';
import { constantFrames } from '../../../../../shared/frames/frames';
import { reportPlayback } from '../../../../../renderer/state/playback';
import { selectCues, useSession } from '../../../../../renderer/state/session';
import { cue as sampleCue } from '../../../../support/sample-project';

const cue = (id: string, startMs: number, endMs: number) => sampleCue(id, startMs, endMs, id);

const closed = useDocument.getState();

beforeEach(() => {
  useDocument.setState({
    ...closed,
    session: 'session',
    project: {
      meta: { id: 'p', title: '', language: 'en', media: null },
      speakers: [],
      paragraphs: [],
      tracks: [
        {
          id: 'en',
          order: 1,
          kind: 'source',
          language: 'en',
          name: '',
          direction: 'ltr',
          profileId: '',
          styleId: 's',
        },
      ],
      cues: [cue('a', 1000, 2000), cue('b', 5000, 6000)],
      styles: [],
      notes: [],
      versions: [],
    },
  });
  useSession.setState({ activeTrackId: 'en' });
  reportPlayback({ durationMs: 60_000, playheadMs: 30_000 });
  selectCues([]);
});

afterEach(() => {
  useDocument.setState(closed);
});

const times = (id: string) => {
  const found = useDocument.getState().project.cues.find((each) => each.id === id);
  return found && [found.startMs, found.endMs];
};
const steps = () => useDocument.getState().seq;
const at = (ms: number, isFree = false) => ({ ms, msPerPx: 10, isFree });

describe('dragging a cue', () => {
  it('previews every move from where it began and records one step', () => {
    const drag = dragCue('end', 'a', 2000, []);
    drag?.move(at(2500));
    drag?.move(at(2300));
    expect(times('a')).toEqual([1000, 2300]);
    expect(steps()).toBe(0);
    drag?.finish();
    expect(times('a')).toEqual([1000, 2300]);
    expect(steps()).toBe(1);
  });
  it('catches a neighbour’s edge unless Alt is held', () => {
    const drag = dragCue('end', 'a', 2000, []);
    expect(drag?.move(at(4950))).toMatchObject({
      times: { startMs: 1000, endMs: 5000 },
      caught: { ms: 5000, kind: 'cue', trackId: 'en', span: { startMs: 5000, endMs: 6000 } },
      movedMs: 3000,
      speed: 0.25,
    });
    expect(drag?.move(at(4950, true))).toMatchObject({ times: { startMs: 1000, endMs: 4950 }, caught: null });
    drag?.abandon();
  });
  it('catches a word’s edge and the playhead', () => {
    const words = [{ id: 'w', text: 'w', startMs: 3000, endMs: 3400, confidence: 1 }];
    const drag = dragCue('end', 'a', 2000, words);
    expect(drag?.move(at(3430)).caught).toMatchObject({ ms: 3400, kind: 'word' });
    expect(drag?.move(at(29_960)).caught).toMatchObject({ ms: 30_000, kind: 'playhead' });
    drag?.abandon();
  });
  it('abandoned, is as if it never was', () => {
    const drag = dragCue('start', 'a', 1000, []);
    drag?.move(at(1500));
    expect(times('a')).toEqual([1500, 2000]);
    drag?.abandon();
    expect(times('a')).toEqual([1000, 2000]);
    expect(steps()).toBe(0);
  });
  it('by its body takes the other selected cues along', () => {
    selectCues(['a', 'b']);
    const drag = dragCue('body', 'a', 1500, []);
    drag?.move(at(1700, true));
    drag?.finish();
    expect(times('a')).toEqual([1200, 2200]);
    expect(times('b')).toEqual([5200, 6200]);
    expect(steps()).toBe(1);
  });
  it('does not begin in a read-only project or for a cue that is gone', () => {
    expect(dragCue('end', 'gone', 0, [])).toBeNull();
    useDocument.setState({ readOnly: 'open elsewhere' });
    expect(dragCue('end', 'a', 2000, [])).toBeNull();
    expect(drawCueFrom(7000, [])).toBeNull();
  });
});

describe('drawing a cue', () => {
  it('adds one, either way round, and selects it', () => {
    const drag = drawCueFrom(9000, []);
    drag?.move(at(8000));
    expect(useDocument.getState().project.cues).toHaveLength(3);
    drag?.finish();
    const made = useDocument.getState().project.cues[2];
    expect(made).toMatchObject({ startMs: 8000, endMs: 9000, text: '', trackId: 'en' });
    expect(useSession.getState().selectedCueIds).toEqual(new Set([made?.id]));
    expect(steps()).toBe(1);
  });
  it('abandoned, leaves none', () => {
    const drag = drawCueFrom(9000, []);
    drag?.move(at(12_000));
    drag?.abandon();
    expect(useDocument.getState().project.cues).toHaveLength(2);
    expect(steps()).toBe(0);
  });
});

describe('with footage', () => {
  const before = useFrames.getState();
  afterEach(() => {
    useFrames.setState(before);
    useShots.setState({ shotsMs: null });
  });

  it('ends on pictures, and anywhere while Alt is held', () => {
    useFrames.setState({ frames: constantFrames({ num: 30_000, den: 1001 }, 60_000), isTrue: true });
    const drag = dragCue('end', 'a', 2000, []);
    // Picture 75 begins at 2502.5 ms.
    expect(drag?.move(at(2510)).times).toEqual({ startMs: 1000, endMs: 2502 });
    expect(times('a')).toEqual([1000, 2502]);
    drag?.move(at(2510, true));
    expect(times('a')).toEqual([1000, 2510]);
    drag?.abandon();
  });
  it('catches a shot change', () => {
    useShots.setState({ shotsMs: [2600] });
    const drag = dragCue('end', 'a', 2000, []);
    expect(drag?.move(at(2560))).toMatchObject({
      times: { startMs: 1000, endMs: 2600 },
      caught: { ms: 2600, kind: 'shot' },
    });
    drag?.abandon();
  });
});

describe('dragging marks', () => {
  const before = useFrames.getState();
  afterEach(() => {
    useFrames.setState(before);
    useShots.setState({ shotsMs: null });
  });

  it('takes a marker to a cue’s edge, to a picture, or anywhere, as one step', () => {
    useFrames.setState({ frames: constantFrames({ num: 25, den: 1 }, 60_000), isTrue: true });
    useDocument.setState(({ project }) => ({
      project: { ...project, markers: [{ id: 'm', atMs: 8000, name: '', colour: 'red' }] },
    }));
    const place = () => useDocument.getState().project.markers?.[0]?.atMs;
    const drag = dragMarker('m', 8000, []);
    drag?.move(at(6020));
    expect(place()).toBe(6000);
    drag?.move(at(7011));
    expect(place()).toBe(7000);
    drag?.move(at(7011, true));
    expect(place()).toBe(7011);
    drag?.finish();
    expect(steps()).toBe(1);
    expect(dragMarker('gone', 0, [])).toBeNull();
  });
  it('takes a shot change to another picture, and back on Escape', () => {
    useFrames.setState({ frames: constantFrames({ num: 25, den: 1 }, 60_000), isTrue: true });
    const drag = dragShot(2000, 2010);
    drag?.move(at(2095));
    expect(useDocument.getState().project.meta.shots).toEqual({ added: [2080], removed: [2000] });
    drag?.abandon();
    expect(useDocument.getState().project.meta.shots).toBeUndefined();
  });
});

it('a rubber band selects what it touches; abandoned, the selection is as before', () => {
  selectCues(['b']);
  const band = rubberBand(500);
  band.move(at(1500));
  expect([...useSession.getState().selectedCueIds]).toEqual(['a']);
  band.move(at(5500));
  expect([...useSession.getState().selectedCueIds]).toEqual(['a', 'b']);
  band.abandon();
  expect([...useSession.getState().selectedCueIds]).toEqual(['b']);
});
