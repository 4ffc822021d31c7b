/** Tags, chapters and side data as ffprobe tells them: a second pair of eyes, for containers we do not read ourselves too. */
import { z } from 'zod';
import type { MetadataItem } from '../domain/export';
import { itemOf } from './source';

const Tags = z.record(z.string(), z.string()).optional();
const ProbedMetadata = z.object({
  streams: z
    .array(
      z.object({
        index: z.number(),
        codec_type: z.string().optional(),
        codec_name: z.string().optional(),
        tags: Tags,
        disposition: z.record(z.string(), z.number()).optional(),
      }),
    )
    .default([]),
  chapters: z.array(z.object({ id: z.number(), tags: Tags })).default([]),
  programs: z.array(z.object({ tags: Tags })).default([]),
  format: z.object({ tags: Tags }).default({ tags: undefined }),
});

/** What ffprobe is asked, before the input's arguments. */
export const METADATA_QUESTIONS = [
  '-v',
  'error',
  '-of',
  'json',
  '-show_format',
  '-show_streams',
  '-show_chapters',
  '-show_programs',
];

/** Tags that say what the file is, not who made it where. */
const FORMAT_TAGS =
  /^(?:alpha_mode|major_brand|minor_version|compatible_brands|language|duration(?:-\w+)?|vendor_id|bps(?:-\w+)?|number_of_(?:frames|bytes)(?:-\w+)?|_statistics_.*|rotate)$/i;

/** The metadata in ffprobe's JSON. Throws for what is no such JSON. */
export function probedMetadata(json: unknown, labels: readonly string[] = []): MetadataItem[] {
  const { streams, chapters, programs, format } = ProbedMetadata.parse(json);
  const tagged = (place: string, tags: Readonly<Record<string, string>> | undefined) =>
    Object.entries(tags ?? {}).map(([name, value]): MetadataItem => {
      const item = itemOf(`${place} ${name}`, value, null, labels);
      return FORMAT_TAGS.test(name) ? { ...item, kind: 'expected' } : item;
    });
  return [
    ...tagged('file', format.tags),
    ...streams.flatMap(({ index, codec_type, codec_name, tags, disposition }) => [
      ...tagged(`stream ${index}`, tags),
      ...(codec_type === 'data' || codec_type === 'attachment'
        ? [itemOf(`stream ${index}`, `${codec_type} (${codec_name ?? 'unknown'})`, null, labels)]
        : []),
      ...(disposition?.attached_pic === 1 ? [itemOf(`stream ${index}`, 'a picture (cover)', null)] : []),
    ]),
    ...chapters.flatMap(({ id, tags }) => [
      itemOf(`chapter ${id}`, 'a chapter', null),
      ...tagged(`chapter ${id}`, tags),
    ]),
    ...programs.flatMap(({ tags }) => tagged('program', tags)),
  ];
}
