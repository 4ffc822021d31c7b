import type { Track } from '../../../shared/domain/track';
import { isMachineDraft } from '../../../shared/translation/machine/requests';
import { correctedText } from '../../../shared/translation/upstream';
import { runCommand, shortcutsOf, useCommands } from '../../app/commands';
import { useMessages } from '../../app/messages';
import { useDocument } from '../../state/document';
import { cueById, cuesOfTrack, sourceTrack } from '../../state/selectors';
import { useSession } from '../../state/session';
import { Button } from '../../ui/button';
import { Keys } from '../../ui/keys';
import { DiffText } from '../review/index';

/** What changed under the selected subtitle, or that a machine drafted it, with a key for each answer; how many there are elsewhere. */
export function StaleCard({ track }: { readonly track: Track }) {
  const t = useMessages();
  const project = useDocument((state) => state.project);
  const anchor = useSession((state) => state.anchorCueId);
  const cues = cuesOfTrack(project, track.id);
  const count = cues.filter(({ stale }) => stale).length;
  const machine = cues.filter(isMachineDraft).length;
  if (count + machine === 0) return null;
  const selected = cueById(project, anchor);
  const isHere = selected?.trackId === track.id;
  const cue = isHere && selected.stale ? selected : null;
  const isDraft = isHere && isMachineDraft(selected);
  const upstream =
    track.kind === 'source'
      ? { language: project.meta.language, direction: track.direction }
      : sourceTrack(project);
  return (
    <section className="stale" aria-label={t(count > 0 ? 'stale.title' : 'machine.drafts')}>
      {count > 0 && <p className="stale__count numbers">{t('stale.count', { count })}</p>}
      {machine > 0 && <p className="stale__count numbers">{t('machine.count', { count: machine })}</p>}
      {cue && (
        <p className="stale__change" aria-live="polite">
          <DiffText
            before={cue.staleFrom ?? ''}
            after={correctedText(project, cue) ?? ''}
            language={upstream?.language}
            direction={upstream?.direction}
          />
        </p>
      )}
      <div className="stale__actions">
        {(cue || isDraft) && <Action id="stale.keep" label={t(cue ? 'stale.keep' : 'machine.keep')} />}
        {(cue || isDraft) && <Action id="cue.edit" label={t('stale.fix')} />}
        <Action id="stale.next" label={t('stale.next')} />
      </div>
    </section>
  );
}

function Action({ id, label }: { readonly id: string; readonly label: string }) {
  const command = useCommands((state) => state.commands.get(id));
  const [shortcut] = command ? shortcutsOf(command) : [];
  return (
    <Button size="small" onPress={() => runCommand(id)}>
      {label}
      {shortcut !== undefined && <Keys shortcut={shortcut} />}
    </Button>
  );
}
