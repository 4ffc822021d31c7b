import type { Hearing } from '../../../shared/domain/alignment';
import type { Id } from '../../../shared/domain/common';
import type { Marker, MarkerColour } from '../../../shared/domain/marker';
import type { Finding } from '../../../shared/domain/profile';
import type { Cue } from '../../../shared/domain/track';
import type { FrameTimes } from '../../../shared/frames/frames';
import type { Band, Bands, View } from './geometry';
import type { SpectrogramTiles } from './spectrogram-tiles';
import type { Pyramid, TileCache } from './tile-cache';
import type { UnfoundRun } from './unfound';

/** A transcript word that has its times. */
export interface PlacedWord {
  readonly id: Id;
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly confidence: number | null;
  /** A person fixed it. */
  readonly pinned?: boolean;
  /** Of a provisional place: when it was first known, by the page's clock, ms. */
  readonly arrivedAt?: number;
}

/** A track that is shown but not worked on. */
export interface Lane {
  readonly trackId: Id;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly band: Band;
  /** By start. */
  readonly cues: readonly Cue[];
}

export interface Waveform {
  readonly pyramid: Pyramid;
  readonly cache: TileCache;
  /** Times by which it is drawn higher than it is, so that quiet recordings can be read too. */
  readonly gain: number;
}

export interface Colours {
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly strongLine: string;
  readonly surface: string;
  readonly sunken: string;
  readonly waveform: string;
  readonly waveformSpeech: string;
  readonly cue: string;
  readonly cueLine: string;
  readonly cueSelected: string;
  readonly warning: string;
  readonly warningSoft: string;
  readonly danger: string;
  readonly success: string;
  readonly secondary: string;
  readonly shot: string;
  readonly font: string;
  readonly markers: Readonly<Record<MarkerColour, string>>;
  /** Text on a marker's colour. */
  readonly onMarker: string;
}

/** A stretch of the film of which the picture or the sound is redacted. */
export interface RedactedSpan {
  readonly kind: 'cover' | 'sound';
  readonly startMs: number;
  readonly endMs: number;
}

/** Everything one drawing of the timeline shows. */
export interface Scene {
  readonly view: View;
  readonly bands: Bands;
  readonly durationMs: number;
  /** Of the track shown, by start. */
  readonly cues: readonly Cue[];
  /** By start. */
  readonly words: readonly PlacedWord[];
  /** Words with no place in the sound, where they would have to be; by start. */
  readonly unfound: readonly UnfoundRun[];
  readonly lanes: readonly Lane[];
  /** When shots begin, ascending; empty while nobody has looked. */
  readonly shots: readonly number[];
  /** By time. */
  readonly markers: readonly Marker[];
  /** What is redacted when: covers and sound. */
  readonly redactions: readonly RedactedSpan[];
  readonly hearing: Hearing | null;
  /** Null while the pictures' own times are not known. */
  readonly frames: FrameTimes | null;
  /** Whether the ruler counts pictures instead of time. */
  readonly countsFrames: boolean;
  readonly findings: ReadonlyMap<Id, readonly Finding[]>;
  /** Characters a second above which a cue is tinted. */
  readonly mostSpeed: number;
  /** By the page's clock, ms: how far words have fallen into place; infinite while none are on their way. */
  readonly nowMs: number;
  readonly selected: ReadonlySet<Id>;
  readonly direction: 'ltr' | 'rtl';
  readonly waveform: Waveform | null;
  /** Null while it is not shown, or not made yet. */
  readonly spectrogram: SpectrogramTiles | null;
  readonly colours: Colours;
}

/** Below this a word's time is a guess and shown as one; the alignment's own scale runs from 0 to 1. */
export const LOW_CONFIDENCE = 0.5;

const NAMES = {
  text: '--text',
  quiet: '--text-3',
  line: '--line',
  strongLine: '--line-strong',
  surface: '--surface',
  sunken: '--sunken',
  waveform: '--waveform',
  waveformSpeech: '--waveform-speech',
  cue: '--cue',
  cueLine: '--cue-line',
  cueSelected: '--cue-selected',
  warning: '--warning',
  warningSoft: '--warning-soft',
  danger: '--danger',
  success: '--success',
  secondary: '--text-2',
  shot: '--shot',
  font: '--font',
  onMarker: '--on-marker',
} as const;

const MARKER_COLOURS = {
  red: '--marker-red',
  orange: '--marker-orange',
  green: '--marker-green',
  blue: '--marker-blue',
  purple: '--marker-purple',
} as const satisfies Record<MarkerColour, string>;

/**
 * The theme's colours as an element sees them: a canvas cannot read custom properties by itself, nor, where the system's own
 * colours are forced on pages, those.
 */
export function readColours(element: Element): Colours {
  const style = getComputedStyle(element);
  const isForced = window.matchMedia('(forced-colors: active)').matches;
  const resolved = isForced ? colourResolver(element) : null;
  const property = (name: string) => {
    const value = style.getPropertyValue(name).trim();
    return resolved && name !== NAMES.font ? resolved(value) : value;
  };
  const read = (name: keyof typeof NAMES) => property(NAMES[name]);
  return {
    text: read('text'),
    quiet: read('quiet'),
    line: read('line'),
    strongLine: read('strongLine'),
    surface: read('surface'),
    sunken: read('sunken'),
    waveform: read('waveform'),
    waveformSpeech: read('waveformSpeech'),
    cue: read('cue'),
    cueLine: read('cueLine'),
    cueSelected: read('cueSelected'),
    warning: read('warning'),
    warningSoft: read('warningSoft'),
    danger: read('danger'),
    success: read('success'),
    secondary: read('secondary'),
    shot: read('shot'),
    font: read('font'),
    onMarker: read('onMarker'),
    markers: {
      red: property(MARKER_COLOURS.red),
      orange: property(MARKER_COLOURS.orange),
      green: property(MARKER_COLOURS.green),
      blue: property(MARKER_COLOURS.blue),
      purple: property(MARKER_COLOURS.purple),
    },
  };
}

/** Turns names of the system's colours, and mixtures of them, into figures: by looking at an element that has them. */
function colourResolver(near: Element): (colour: string) => string {
  const probe = document.createElement('span');
  probe.style.setProperty('forced-color-adjust', 'none');
  return (colour) => {
    near.parentElement?.append(probe);
    probe.style.color = colour;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
}
