import { isDeepStrictEqual } from 'node:util';
import { NAMED_OUTPUTS } from '../../../../shared/export/outputs';
import type { Command, CommandContext } from '../../common/command-line/command';
import { EXIT } from '../../common/command-line/exit-codes';
import { pathOperand } from '../../common/command-line/paths';
import { clientOf } from '../client';
import { openReadOnly } from '../open-project';
import { choicesFor, PLAN_OPTIONS, planFor, planRequest, type PlanRequest } from '../plan-options';

/** Options handed on to every job as they are. */
const HANDED_ON = [
  ...(['fit', 'focus', 'height', 'forced', 'loudness', 'output-encoding'] as const),
  ...(['allow-names', 'from', 'to'] as const),
] as const;
const FLAGS = ['speakers', 'branding', 'hardware', 'smart', 'bom', 'crlf'] as const;

/** One job: a command that makes one file, alone or beside the others, and does nothing where the file is there already. */
interface ListedJob {
  readonly id: string;
  readonly command: readonly string[];
  /** What it reads and what it makes, absolute. */
  readonly project: string;
  readonly file: string;
  readonly languages: readonly string[];
  readonly kind: 'subtitles' | 'transcript' | 'video';
  /** Length of the footage in s, by which a runner can tell long jobs from short ones. */
  readonly mediaSec: number;
}

export const jobsCommand: Command = {
  name: 'jobs',
  operands: 'PROJECT…',
  help: 'cli.jobs.help',
  arity: [1, 10_000],
  options: PLAN_OPTIONS,
  async run(context) {
    const request = planRequest(context);
    const jobs: ListedJob[] = [];
    for (const index of context.positionals.keys())
      jobs.push(...(await jobsOf(context, request, pathOperand(context, index))));
    for (const { command } of jobs) context.output.line(command.map(quoted).join(' '));
    context.output.object({ jobs });
    return EXIT.done;
  },
};

async function jobsOf(context: CommandContext, request: PlanRequest, path: string): Promise<ListedJob[]> {
  const client = clientOf(await context.open());
  const { project } = await openReadOnly(context, path);
  const { handle } = await client.call('files.find', { path });
  const { session } = await client.call('project.open', { file: handle, readOnly: true });
  // All together first: files that would get one name are told apart, and each job keeps the name it got.
  const branding = await client.call('branding.get', { session });
  const { files } = await client.call('export.check', {
    session,
    plan: planFor(request, project, branding),
    folder: null,
  });
  await client.call('project.close', { session });
  const choices = choicesFor(request, project);
  return files.map(({ item }, index) => {
    const preset = NAMED_OUTPUTS.find(
      ({ name, make }) => request.presets.includes(name) && isDeepStrictEqual(make(choices), item.output),
    )?.name;
    const languages = item.trackIds.length > 0 ? ['--lang', item.languages.join(',')] : [];
    const options = [
      ...HANDED_ON.flatMap((name) => valued(context, name)),
      ...FLAGS.flatMap((name) => (context.flag(name) ? [`--${name}`] : [])),
    ];
    return {
      id: `${project.meta.id}-${index + 1}`,
      command: [
        'outspoken',
        'export',
        path,
        '--preset',
        preset ?? '',
        ...languages,
        '--out',
        request.folder,
        '--naming',
        item.name,
        ...options,
      ],
      project: path,
      file: `${request.folder}/${item.name}`,
      languages: item.languages,
      kind: item.output.kind,
      mediaSec: Math.round((project.meta.media?.durationMs ?? 0) / 1000),
    };
  });
}

function valued({ text }: CommandContext, name: string): string[] {
  const value = text(name);
  return value === undefined ? [] : [`--${name}`, value];
}

/** For a POSIX shell, so that a list of lines can be piped into `sh`, `parallel` or `xargs`. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
