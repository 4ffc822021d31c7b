/** What platforms want of a video, as data with where the figures come from. */
import type { Source } from '../domain/profile';
import type { Aspect, Fitting, VideoOutput } from '../domain/video-output';

/** Parts of the picture that a platform's own buttons and texts cover, in percent of its height or width from each edge. */
export interface InterfaceZones {
  readonly topPct: number;
  readonly bottomPct: number;
  readonly leftPct: number;
  readonly rightPct: number;
}

export interface PlatformPreset {
  readonly id: string;
  /** As the platform calls itself and the place. */
  readonly name: string;
  readonly settings: Pick<VideoOutput, 'container' | 'height' | 'codec' | 'maxBytes'> & {
    /** Null keeps the footage's shape. */
    readonly aspect: Aspect | null;
  };
  readonly zones: InterfaceZones;
  /** Longest film it takes, in s; null for any that this app makes. */
  readonly longestS: number | null;
  readonly source: Source;
}

const READ_ON = '2026-11-28';
const FREE: InterfaceZones = { topPct: 0, bottomPct: 0, leftPct: 0, rightPct: 0 };
const MEGABYTE = 1_000_000;

/** Every preset, the most used first. Ids never change: queues and manifests name them. */
export const platformPresets: readonly PlatformPreset[] = [
  {
    id: 'youtube',
    name: 'YouTube',
    settings: { container: 'mp4', codec: 'h264', aspect: '16:9', height: null },
    zones: FREE,
    longestS: 11 * 3600,
    source: {
      title:
        'Adobe: limits of social networks (YouTube: 11 hours, any size up to 128 GB); shape and codec are ours',
      address:
        'https://docs.adobe.com/content/help/en/social/using/publish/publish-anywhere/publish-anywhere-workflow/c-uploading-media.html',
      readOn: READ_ON,
    },
  },
  {
    id: 'instagram-reel',
    name: 'Instagram Reel',
    settings: { container: 'mp4', codec: 'h264', aspect: '9:16', height: 1920 },
    // Of 2560×1440: top 358, bottom up to 896, sides 86 pixels.
    zones: { topPct: 14, bottomPct: 35, leftPct: 6, rightPct: 6 },
    longestS: 15 * 60,
    source: {
      title: 'ImageFactory: safe areas of Meta’s vertical placements',
      address: 'https://www.imagefactory.co.kr/en/guides/instagram-story-ad-text-safe-zone',
      readOn: READ_ON,
    },
  },
  {
    id: 'instagram-feed',
    name: 'Instagram feed',
    settings: { container: 'mp4', codec: 'h264', aspect: '4:5', height: 1350 },
    // 64 pixels on all sides of 1080×1350.
    zones: { topPct: 5, bottomPct: 5, leftPct: 6, rightPct: 6 },
    longestS: 15 * 60,
    source: {
      title: 'ImageFactory: safe areas of Meta’s placements, feed 4:5',
      address: 'https://www.imagefactory.co.kr/en/guides/instagram-story-ad-text-safe-zone',
      readOn: READ_ON,
    },
  },
  {
    id: 'tiktok',
    name: 'TikTok',
    settings: { container: 'mp4', codec: 'h264', aspect: '9:16', height: 1920, maxBytes: 500 * MEGABYTE },
    // Bottom about 28 %, right about 15 % (buttons), top 150 of 1920 pixels.
    zones: { topPct: 8, bottomPct: 28, leftPct: 4, rightPct: 15 },
    longestS: 10 * 60,
    source: {
      title: 'AdSights: TikTok video creative specs (from TikTok Ads Manager, March 2026)',
      address: 'https://www.adsights.ai/resources/guides/tiktok-ad-creative-video-specs-guide.md',
      readOn: READ_ON,
    },
  },
  {
    id: 'x',
    name: 'X',
    settings: { container: 'mp4', codec: 'h264', aspect: '16:9', height: 720, maxBytes: 512 * MEGABYTE },
    zones: FREE,
    longestS: 140,
    source: {
      title: 'Adobe: limits of social networks (X/Twitter: 512 MB, 140 s, 1280×1024)',
      address:
        'https://docs.adobe.com/content/help/en/social/using/publish/publish-anywhere/publish-anywhere-workflow/c-uploading-media.html',
      readOn: READ_ON,
    },
  },
  {
    id: 'facebook',
    name: 'Facebook feed',
    settings: { container: 'mp4', codec: 'h264', aspect: '1:1', height: 1080 },
    zones: { topPct: 0, bottomPct: 6, leftPct: 0, rightPct: 0 },
    longestS: 120 * 60,
    source: {
      title:
        'Adobe: limits of social networks (Facebook: 4 GB, 120 min, 9:16 to 16:9); bottom strip by our own look',
      address:
        'https://docs.adobe.com/content/help/en/social/using/publish/publish-anywhere/publish-anywhere-workflow/c-uploading-media.html',
      readOn: READ_ON,
    },
  },
  {
    id: 'whatsapp',
    name: 'WhatsApp (16 MB)',
    settings: { container: 'mp4', codec: 'h264', aspect: null, height: 720, maxBytes: 16 * MEGABYTE },
    zones: FREE,
    longestS: null,
    source: {
      title: 'sprinthub: file limits of WhatsApp (16 MB for video, MP4)',
      address: 'https://docs.sprinthub.com/en/common-questions/file-sending-formats-and-limits',
      readOn: READ_ON,
    },
  },
  {
    id: 'festival-master',
    name: 'Festival master (ProRes)',
    settings: { container: 'mov', codec: 'prores', aspect: null, height: null },
    zones: FREE,
    longestS: null,
    source: {
      title: 'Ours: ProRes 422 HQ in MOV is what festivals ask for most',
      address: null,
      readOn: READ_ON,
    },
  },
];

const byId = new Map(platformPresets.map((preset) => [preset.id, preset]));

/** The preset of an id; undefined for one this version does not have. */
export function presetById(id: string): PlatformPreset | undefined {
  return byId.get(id);
}

/** Footage of another shape is cut off around its middle. */
export const USUAL_FITTING: Fitting = { fit: 'crop', focusX: 0.5, focusY: 0.5 };

/** An output as a preset wants it: burned in, footage of another shape fitted so. */
export function outputOf(
  { id, settings: { aspect, ...settings } }: PlatformPreset,
  fitting: Fitting = USUAL_FITTING,
): VideoOutput {
  const framing = aspect ? { framing: { aspect, ...fitting } } : {};
  return { kind: 'video', delivery: 'burn-in', preset: id, ...settings, ...framing };
}

/** What a preset's interface leaves free; all of the picture for an unknown one or none. */
export function zonesOf(preset: string | null): InterfaceZones {
  return (preset === null ? undefined : byId.get(preset))?.zones ?? FREE;
}
