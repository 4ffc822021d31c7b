import { useState } from 'react';
import type { Output } from '../../../shared/api/contract';
import type { Track } from '../../../shared/domain/track';
import { plainText } from '../../../shared/translation/upstream';
import type { FoundTerm } from '../../../shared/translation/glossary/terms';
import { sourceIdsOf } from '../../../shared/translation/links';
import { formatPercent } from '../../app/format';
import { shortcutsOf, useCommands } from '../../app/commands';
import { useMessages } from '../../app/messages';
import { getClient } from '../../platform/client';
import { useDocument } from '../../state/document';
import { useGlossary } from '../../state/glossary';
import { notifyError } from '../../state/notices';
import { cueById, sourceTrack } from '../../state/selectors';
import { Button } from '../../ui/button';
import { Keys } from '../../ui/keys';
import { TextInput } from '../../ui/field';
import { DiffText } from '../review/index';
import { takeMatch, useHelp } from './help-store';
import { runOn } from '../../../shared/text/unspaced';

/** Under the subtitles of a translation: what the memory has for the selected one, its terms, and a search. */
export function HelpPanel({ track }: { readonly track: Track }) {
  const t = useMessages();
  const { cueId, help } = useHelp();
  const project = useDocument((state) => state.project);
  const cue = cueById(project, cueId);
  // The services answer from what is kept; a text that is being typed is looked at here.
  const finder = useGlossary((state) => (state.trackId === track.id ? state.finder : null));
  if (!help || !cue || cue.trackId !== track.id) return null;
  const source = runOn(sourceIdsOf(cue).map((id) => plainText(cueById(project, id)?.text ?? '')));
  return (
    <section className="memory" aria-label={t('memory.title')}>
      {help.unreadable.length > 0 && (
        <p className="memory__problem">{t('memory.unreadable', { names: help.unreadable.join(', ') })}</p>
      )}
      <Terms terms={finder?.find(source, plainText(cue.text)) ?? help.terms} track={track} />
      <ol className="memory__matches">
        {help.matches.map((match, n) => (
          <li key={`${match.source} ${match.target}`} className="memory__match">
            <span className="memory__score numbers">{formatPercent(match.score)}</span>
            <span>
              <DiffText
                before={match.source}
                after={source}
                language={sourceTrack(project)?.language}
                direction={sourceTrack(project)?.direction}
              />
              <span className="memory__target" lang={track.language} dir={track.direction}>
                {match.target}
              </span>
            </span>
            <Take place={n} />
          </li>
        ))}
      </ol>
      <Concordance track={track} />
    </section>
  );
}

function Take({ place }: { readonly place: number }) {
  const t = useMessages();
  const command = useCommands((state) => state.commands.get(`memory.take${place + 1}`));
  const [shortcut] = command ? shortcutsOf(command) : [];
  return (
    <Button size="small" onPress={() => takeMatch(place)}>
      {t('memory.take')}
      {shortcut !== undefined && <Keys shortcut={shortcut} />}
    </Button>
  );
}

function Terms({ terms, track }: { readonly terms: readonly FoundTerm[]; readonly track: Track }) {
  const t = useMessages();
  if (terms.length === 0) return null;
  const next = terms.find(({ isUsed }) => isUsed === false)?.source;
  return (
    <ul className="memory__terms" aria-label={t('memory.terms')}>
      {terms.map((term) => (
        <li
          key={term.source}
          className={term.wrong.length > 0 ? 'memory__term memory__term--wrong' : 'memory__term'}
        >
          <span dir="auto">{term.source}</span>
          <span aria-hidden>→</span>
          <b lang={track.language} dir={track.direction}>
            {term.target}
          </b>
          {term.source === next && <InsertKeys />}
          {term.isUsed === true && <span>{t('memory.used')}</span>}
          {term.wrong.length > 0 && <span>{t('memory.wrong', { words: term.wrong.join(', ') })}</span>}
        </li>
      ))}
    </ul>
  );
}

function InsertKeys() {
  const command = useCommands((state) => state.commands.get('glossary.insert'));
  const [shortcut] = command ? shortcutsOf(command) : [];
  return shortcut === undefined ? null : <Keys shortcut={shortcut} />;
}

function Concordance({ track }: { readonly track: Track }) {
  const t = useMessages();
  const session = useDocument((state) => state.session);
  const [phrase, setPhrase] = useState('');
  const [found, setFound] = useState<Output<'translation.search'>['units'] | null>(null);
  const [searched, setSearched] = useState('');
  const search = () => {
    if (session === null || phrase.trim() === '') return setFound(null);
    getClient()
      .call('translation.search', { session, track: track.id, phrase })
      .then(({ units }) => {
        setFound(units);
        setSearched(phrase.trim());
      }, notifyError);
  };
  return (
    <div className="memory__search">
      <TextInput label={t('memory.search')} value={phrase} onChange={setPhrase} onSubmit={search} />
      {found && (
        <ul className="memory__found" aria-label={t('memory.found', { count: found.length })} tabIndex={0}>
          {found.length === 0 && <li>{t('memory.nothing')}</li>}
          {found.map(({ source, target }, n) => (
            <li key={n}>
              <Found text={source} phrase={searched} /> — <Found text={target} phrase={searched} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A text with what was looked for in it marked. */
function Found({ text, phrase }: { readonly text: string; readonly phrase: string }) {
  const at = text.toLowerCase().indexOf(phrase.toLowerCase());
  return (
    <span dir="auto">
      {at < 0 ? (
        text
      ) : (
        <>
          {text.slice(0, at)}
          <mark className="memory__mark">{text.slice(at, at + phrase.length)}</mark>
          {text.slice(at + phrase.length)}
        </>
      )}
    </span>
  );
}
