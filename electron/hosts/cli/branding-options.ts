/** Options that put a logo or an end card on videos: of the campaign, or files of their own. */
import { resolve } from 'node:path';
import type { Input } from '../../../shared/api/contract';
import { CardDuration, Corner, LogoPlace, USUAL_CARD_MS, USUAL_LOGO } from '../../../shared/domain/branding';
import { formatMessage } from '../../../shared/messages/index';
import type { Services } from '../../compose';
import type { CommandContext, OptionSpec } from '../common/command-line/command';
import { UsageError } from '../common/command-line/usage-error';
import { clientOf } from './client';

/** The campaign's own, as it was set in the app. */
export const CAMPAIGN_BRANDING_OPTION: Readonly<Record<string, OptionSpec>> = {
  branding: { type: 'boolean', help: 'cli.option.branding' },
};

export const BRANDING_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  ...CAMPAIGN_BRANDING_OPTION,
  logo: { type: 'string', value: 'PICTURE', help: 'cli.option.logo' },
  'logo-corner': { type: 'string', value: 'CORNER', help: 'cli.option.logoCorner' },
  'logo-width': { type: 'string', value: 'PERCENT', help: 'cli.option.logoWidth' },
  'logo-margin': { type: 'string', value: 'PERCENT', help: 'cli.option.logoMargin' },
  'logo-opacity': { type: 'string', value: 'PERCENT', help: 'cli.option.logoOpacity' },
  'end-card': { type: 'string', value: 'FILE', help: 'cli.option.endCard' },
  'card-seconds': { type: 'string', value: 'S', help: 'cli.option.cardSeconds' },
};

type Asked = Pick<Input<'export.video'>, 'branding' | 'given'>;

/** What the options ask for. Throws `UsageError` for values that are none, and for files beside `--branding`. */
export async function brandingOption(
  context: CommandContext,
  services: Services,
  session: string,
): Promise<Asked> {
  const { flag, text, workingFolder } = context;
  const [logo, card] = [text('logo'), text('end-card')];
  const given = {
    corner: text('logo-corner') ?? USUAL_LOGO.corner,
    width: share(context, 'logo-width', USUAL_LOGO.width),
    margin: share(context, 'logo-margin', USUAL_LOGO.margin),
    opacity: share(context, 'logo-opacity', USUAL_LOGO.opacity),
  };
  const place = LogoPlace.safeParse(given);
  if (!place.success) {
    const option = `logo-${String(place.error.issues[0]?.path[0] ?? 'corner')}`;
    throw wrong(option, text(option) ?? '', KNOWN[option] ?? '');
  }
  const seconds = text('card-seconds');
  const duration = CardDuration.safeParse(seconds === undefined ? USUAL_CARD_MS : Number(seconds) * 1000);
  if (!duration.success) throw wrong('card-seconds', seconds ?? '', '0.5 … 30');
  if (flag('branding')) {
    if (logo !== undefined || card !== undefined) throw new UsageError(formatMessage('cli.branding.oneWay'));
    return { branding: await clientOf(services).call('branding.get', { session }) };
  }
  const handle = (path: string) => services.mint(resolve(workingFolder, path));
  if (logo === undefined && card === undefined) return {};
  return {
    given: {
      logo: logo === undefined ? null : { ...place.data, file: handle(logo) },
      endCard: card === undefined ? null : { file: handle(card), durationMs: duration.data },
    },
  };
}

const KNOWN: Readonly<Record<string, string>> = {
  'logo-corner': Corner.options.join(', '),
  'logo-width': '2 … 50',
  'logo-margin': '0 … 25',
  'logo-opacity': '5 … 100',
};

function share({ text }: CommandContext, option: string, usual: number): number {
  const value = text(option);
  return value === undefined ? usual : Number(value) / 100;
}

function wrong(option: string, value: string, known: string): UsageError {
  return new UsageError(formatMessage('cli.wrongValue', { option, value, known }));
}
