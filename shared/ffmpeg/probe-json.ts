/** ffprobe's JSON (`-show_format -show_streams`) as a zod schema. Only what is used; everything may be missing. */
import { z } from 'zod';

const Text = z.string().optional();
const Tags = z.record(z.string(), z.string()).optional();

export const ProbeStream = z.object({
  index: z.number().int().min(0),
  codec_type: Text,
  codec_name: Text,
  profile: Text,
  pix_fmt: Text,
  width: z.number().optional(),
  height: z.number().optional(),
  sample_aspect_ratio: Text,
  r_frame_rate: Text,
  avg_frame_rate: Text,
  time_base: Text,
  start_time: Text,
  duration: Text,
  color_transfer: Text,
  channels: z.number().optional(),
  sample_rate: Text,
  disposition: z.record(z.string(), z.number()).optional(),
  tags: Tags,
  side_data_list: z.array(z.object({ side_data_type: Text, rotation: z.number().optional() })).optional(),
});
export type ProbeStream = z.infer<typeof ProbeStream>;

export const ProbeJson = z.object({
  streams: z.array(ProbeStream).default([]),
  format: z.object({
    format_name: z.string(),
    start_time: Text,
    duration: Text,
    bit_rate: Text,
    tags: Tags,
  }),
});
export type ProbeJson = z.infer<typeof ProbeJson>;

/** The arguments that make ffprobe print it. `input` comes from `safeInputArguments`. */
export function probeArguments(input: readonly string[]): string[] {
  return ['-v', 'error', '-of', 'json', '-show_format', '-show_streams', ...input];
}
