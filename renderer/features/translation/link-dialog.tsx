import { useState } from 'react';
import type { Id } from '../../../shared/domain/common';
import type { Cue } from '../../../shared/domain/track';
import { linkCues } from '../../../shared/edits/translation';
import { sourceIdsOf } from '../../../shared/translation/links';
import { plainText } from '../../../shared/translation/upstream';
import { useMessages } from '../../app/messages';
import { run, useDocument } from '../../state/document';
import { cueById, cuesOfTrack, sourceTrack } from '../../state/selectors';
import { useSession } from '../../state/session';
import { formatTimecode } from '../../state/timecode';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { CheckInput } from '../../ui/field';

/** How many source cues before and after are offered. */
const AROUND = 8;

/** Which source cues a translated one renders: those around it are there to choose from. */
export function LinkDialog({ onClose }: { readonly onClose: () => void }) {
  const project = useDocument((state) => state.project);
  const cue = cueById(
    project,
    useSession((state) => state.anchorCueId),
  );
  const source = sourceTrack(project);
  if (!cue || !source || cue.trackId === source.id) return null;
  return <Links cue={cue} sources={cuesOfTrack(project, source.id)} onClose={onClose} />;
}

interface LinksProps {
  readonly cue: Cue;
  readonly sources: readonly Cue[];
  readonly onClose: () => void;
}

function Links({ cue, sources, onClose }: LinksProps) {
  const t = useMessages();
  const language = useDocument(({ project }) => sourceTrack(project)?.language);
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(() => new Set(sourceIdsOf(cue)));
  const offered = around(cue, sources);
  const choose = (id: Id, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const apply = () => {
    run(linkCues, { ids: [cue.id], sourceIds: [...chosen].filter((id) => offered.has(id)) });
    onClose();
  };
  return (
    <ModalDialog
      title={t('translation.linkTitle')}
      lead={plainText(cue.text) || t('cues.emptyText')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" onPress={apply}>
            {t('translation.linkApply', { count: chosen.size })}
          </Button>
        </>
      }
    >
      <fieldset className="memory__languages links" lang={language}>
        <legend className="field__label">{t('translation.linkSources')}</legend>
        {[...offered.values()].map(({ source, number }) => (
          <CheckInput
            key={source.id}
            label={t('translation.linkSource', {
              number,
              time: formatTimecode(source.startMs),
              text: plainText(source.text),
            })}
            value={chosen.has(source.id)}
            onChange={(isChosen) => choose(source.id, isChosen)}
          />
        ))}
      </fieldset>
    </ModalDialog>
  );
}

/** The source cues linked now and those near in time, by time, each with its 1-based place. */
function around(
  cue: Cue,
  sources: readonly Cue[],
): ReadonlyMap<Id, { readonly source: Cue; readonly number: number }> {
  const linked = new Set(sourceIdsOf(cue));
  const after = sources.findIndex(({ endMs }) => endMs > cue.startMs);
  const at = after < 0 ? sources.length : after;
  return new Map(
    sources.flatMap((source, n) =>
      linked.has(source.id) || Math.abs(n - at) <= AROUND
        ? [[source.id, { source, number: n + 1 }] as const]
        : [],
    ),
  );
}
