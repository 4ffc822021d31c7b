/** From ffprobe's JSON to the `MediaInfo` of the domain. */
import type { AudioStream, MediaInfo, Rational, SubtitleStream, VideoStream } from '../domain/media';
import { isPlayable } from './playable';
import type { ProbeJson, ProbeStream } from './probe-json';
import { parseRational, rationalValue, standardRate } from './rational';
import { timelineOriginMs } from './timeline';

/** Longest time the model holds: 1,000 hours. */
const MAX_MS = 3_600_000_000;
/** Transfer functions that mean HDR: PQ (SMPTE ST 2084) and HLG (ARIB STD-B67). */
const HDR_TRANSFERS: readonly string[] = ['smpte2084', 'arib-std-b67'];

export interface LookedAtRate {
  readonly isVariable: boolean;
  /** Median time between two pictures, in ms. */
  readonly gapMs: number;
}

export interface MediaFacts {
  readonly sizeBytes: number;
  /** What packet times showed of the picture rate; null where nobody looked. */
  readonly rate: LookedAtRate | null;
}

/**
 * What the app knows of a file. The main streams are the first of each kind, as in Chromium's media element; pictures
 * that are covers or thumbnails, data and attachments are left out. `durationMs` is the end on the model's timeline,
 * 0 where ffprobe knows none.
 */
export function mediaInfo(json: ProbeJson, facts: MediaFacts): MediaInfo {
  const streams = json.streams.flatMap((stream) => describe(stream, facts) ?? []);
  const video = streams.find((stream) => stream.kind === 'video') ?? null;
  const audio = streams.find((stream) => stream.kind === 'audio') ?? null;
  const container = json.format.format_name;
  const startMs = milliseconds(json.format.start_time) ?? 0;
  const bitRate = Number(json.format.bit_rate ?? NaN);
  return {
    container,
    durationMs: endOf(json, container, startMs),
    startMs,
    sizeBytes: facts.sizeBytes,
    bitRate: Number.isFinite(bitRate) ? bitRate : null,
    video,
    audio,
    streams,
    playable: isPlayable({ container, video, audio }),
  };
}

/**
 * Whether packet times are worth a look: the container's two rates tell different stories, or it is Matroska, where both
 * come from one number in the header, whatever the pictures do.
 */
export function mayVaryInRate(stream: ProbeStream, container: string): boolean {
  if (container.startsWith('matroska')) return true;
  const average = parseRational(stream.avg_frame_rate);
  const base = parseRational(stream.r_frame_rate);
  if (!average || !base) return true;
  return Math.abs(rationalValue(average) / rationalValue(base) - 1) > 1e-3;
}

/** A picture that moves: not a cover, a thumbnail or a still. */
export function isFootage(stream: ProbeStream): boolean {
  if (stream.codec_type !== 'video' || !stream.width || !stream.height) return false;
  const is = (flag: string) => stream.disposition?.[flag] === 1;
  return !is('attached_pic') && !is('timed_thumbnails') && !is('still_image');
}

function describe(stream: ProbeStream, facts: MediaFacts): MediaInfo['streams'][number] | null {
  if (isFootage(stream)) return describeVideo(stream, facts);
  if (stream.codec_type === 'audio') return describeAudio(stream);
  if (stream.codec_type === 'subtitle') return describeSubtitle(stream);
  return null;
}

function describeVideo(stream: ProbeStream, facts: MediaFacts): VideoStream {
  const width = stream.width ?? 1;
  const height = stream.height ?? 1;
  const rotation = rotationOf(stream);
  const aspect = parseRational(stream.sample_aspect_ratio);
  const shownWidth = Math.max(1, Math.round(width * (aspect ? rationalValue(aspect) : 1)));
  const isTurned = rotation === 90 || rotation === 270;
  const average = parseRational(stream.avg_frame_rate) ?? parseRational(stream.r_frame_rate);
  return {
    kind: 'video',
    index: stream.index,
    codec: stream.codec_name ?? 'unknown',
    profile: stream.profile ?? null,
    pixelFormat: stream.pix_fmt ?? null,
    width,
    height,
    displayWidth: isTurned ? height : shownWidth,
    displayHeight: isTurned ? shownWidth : height,
    rotation,
    frameRate: average && standardRate(trueRate(average, facts.rate)),
    variableFrameRate: facts.rate?.isVariable ?? false,
    hdr: HDR_TRANSFERS.includes(stream.color_transfer ?? ''),
    startMs: milliseconds(stream.start_time) ?? 0,
    durationMs: duration(stream.duration),
    language: languageOf(stream),
  };
}

function describeAudio(stream: ProbeStream): AudioStream | null {
  const sampleRateHz = Number(stream.sample_rate ?? 0);
  if (!stream.channels || !Number.isInteger(sampleRateHz) || sampleRateHz < 1) return null;
  return {
    kind: 'audio',
    index: stream.index,
    codec: stream.codec_name ?? 'unknown',
    channels: stream.channels,
    sampleRateHz,
    startMs: milliseconds(stream.start_time) ?? 0,
    durationMs: duration(stream.duration),
    language: languageOf(stream),
  };
}

function describeSubtitle(stream: ProbeStream): SubtitleStream {
  const { index, codec_name: codec = 'unknown' } = stream;
  return { kind: 'subtitle', index, codec, language: languageOf(stream) };
}

/** Headers may count fields (H.264 in AVI says 50 for 25 a second): even packet times know better. */
function trueRate(average: Rational, looked: LookedAtRate | null): Rational {
  if (!looked || looked.isVariable || looked.gapMs <= 0) return average;
  const isFar = Math.abs(rationalValue(average) * (looked.gapMs / 1000) - 1) > 0.05;
  return isFar ? { num: 1_000_000, den: Math.max(1, Math.round(looked.gapMs * 1000)) } : average;
}

/** ffprobe's display matrix turns anticlockwise; the older `rotate` tag clockwise. Odd angles go to the nearest right one. */
function rotationOf(stream: ProbeStream): VideoStream['rotation'] {
  const matrix = stream.side_data_list?.find(({ rotation }) => rotation !== undefined)?.rotation;
  const tag = Number(stream.tags?.['rotate'] ?? stream.tags?.['ROTATE'] ?? 0);
  const clockwise = matrix === undefined ? tag : -matrix;
  const quarter = (((Math.round(clockwise / 90) % 4) + 4) % 4) as 0 | 1 | 2 | 3; // the remainder of a division by 4
  return Number.isFinite(clockwise) ? ([0, 90, 180, 270] as const)[quarter] : 0;
}

function languageOf({ tags }: ProbeStream): string | null {
  const language = tags?.['language'] ?? tags?.['LANGUAGE'];
  return language && language !== 'und' ? language : null;
}

function milliseconds(seconds: string | undefined): number | null {
  const value = Number(seconds ?? NaN) * 1000;
  return Number.isFinite(value) ? Math.round(value * 1000) / 1000 : null;
}

function duration(seconds: string | undefined): number | null {
  const ms = milliseconds(seconds);
  return ms === null || ms < 0 || ms > MAX_MS ? null : Math.round(ms);
}

/** ffprobe gives MOV's and Matroska's duration from time 0, all others' from the first sample (tried on 5.1). */
function endOf(json: ProbeJson, container: string, startMs: number): number {
  const length =
    duration(json.format.duration) ??
    json.streams.reduce((most, stream) => Math.max(most, duration(stream.duration) ?? 0), 0);
  const beforeZero = Math.min(0, timelineOriginMs({ container, startMs }));
  return length === 0 ? 0 : Math.min(MAX_MS, Math.round(length - beforeZero));
}
