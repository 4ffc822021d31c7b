import type { Project } from '../../../shared/domain/project';
import type { Hit } from '../../../shared/text/find';
import { useMessages } from '../../app/messages';
import { cueById } from '../../state/selectors';
import { formatClock } from '../../state/timecode';
import { Button } from '../../ui/button';
import { CheckInput } from '../../ui/field';

/** More are counted, not listed: nobody reads them. */
const MOST = 200;

export interface HitListProps {
  readonly hits: readonly Hit[];
  /** Ids that are left as they are. */
  readonly left: ReadonlySet<string>;
  readonly project: Project;
  readonly goTo: (hit: Hit) => void;
  readonly onLeave: (id: string, isLeft: boolean) => void;
}

/** Every text with a find: as it is, as it would be, and whether it is to be replaced. */
export function HitList({ hits, left, project, goTo, onLeave }: HitListProps) {
  const t = useMessages();
  return (
    <ul className="find__hits">
      {hits.slice(0, MOST).map((hit) => {
        const cue = cueById(project, hit.id);
        const place = cue ? formatClock(cue.startMs) : t('find.inTranscript');
        return (
          <li key={hit.id} className="find__hit">
            <CheckInput
              label={place}
              value={!left.has(hit.id)}
              onChange={(isChosen) => onLeave(hit.id, !isChosen)}
            />
            <span className="find__texts">
              <span dir="auto">
                {around(hit.text, hit.start).before}
                <mark>{hit.text.slice(hit.start, hit.end)}</mark>
                {around(hit.text, hit.end).after}
              </span>
              {hit.replaced !== hit.text && <ins dir="auto">{clipped(hit.replaced, hit.start)}</ins>}
            </span>
            <Button
              variant="quiet"
              size="small"
              aria-label={t('find.goTo', { place })}
              onPress={() => goTo(hit)}
            >
              {t('find.go')}
            </Button>
          </li>
        );
      })}
      {hits.length > MOST && <li>{t('find.more', { count: hits.length - MOST })}</li>}
    </ul>
  );
}

/** Letters of a long text shown on either side of the find. */
const SIDE = 60;

function around(text: string, at: number): { before: string; after: string } {
  const from = Math.max(0, at - SIDE);
  const to = Math.min(text.length, at + SIDE);
  return {
    before: `${from > 0 ? '…' : ''}${text.slice(from, at)}`,
    after: `${text.slice(at, to)}${to < text.length ? '…' : ''}`,
  };
}

function clipped(text: string, at: number): string {
  const { before, after } = around(text, Math.min(at, text.length));
  return before + after;
}
