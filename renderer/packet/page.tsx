import { useEffect, useMemo, useRef } from 'react';
import type { Packet } from '../../shared/review/packet';
import { saidByTarget } from '../../shared/review/work';
import { directionOf } from '../../shared/text/direction';
import { Card } from './card';
import { Header, SaveAtEnd, Views } from './header';
import { filtered, itemsOf, type Item } from './items';
import { listen, move, show } from './keys';
import { PlayerView } from './player-view';
import { seekTo, usePlayer } from './player';
import { usePacket } from './store';
import { useText } from './use-text';

const NOTHING: readonly Item[] = [];

/** The whole page of a packet. */
export function Page({ packet }: { readonly packet: Packet }) {
  const t = useText();
  const { work, view, filter, currentId, language } = usePacket();
  const items = useMemo(() => itemsOf(packet, view), [packet, view]);
  const said = useMemo(() => saidByTarget(work), [work]);
  // What is being worked on stays, also once it does not fit the filter any more.
  const listed = useMemo(() => {
    const kept = new Set(filtered(items, filter, said));
    return items.filter((item) => kept.has(item) || item.id === currentId);
  }, [items, filter, said, currentId]);
  const latest = useRef(NOTHING);
  useEffect(() => {
    latest.current = listed;
  }, [listed]);
  useEffect(() => listen(() => latest.current), []);
  // Whoever comes back finds the page where they left it.
  useEffect(() => show(usePacket.getState().currentId), []);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
    document.title = t('page.title', { title: packet.title });
  }, [language, packet, t]);
  useEffect(() => {
    if (currentId === null && items[0]) usePacket.setState({ currentId: items[0].id });
  }, [currentId, items]);
  const isReady = usePlayer(({ state }) => state === 'ready');
  useEffect(() => {
    const item = latest.current.find(({ id }) => id === currentId);
    if (isReady && item && item.startMs !== null) seekTo(item.startMs);
  }, [currentId, isReady]);
  const done = items.filter(({ id }) => (said.get(id)?.verdict ?? null) !== null).length;
  return (
    <>
      <Header packet={packet} />
      <main className={packet.media ? 'main-area main-area--media' : 'main-area'}>
        <PlayerView packet={packet} />
        <div className="list-area">
          <Views packet={packet} done={done} all={items.length} />
          {items.length === 0 && <p>{t('page.empty')}</p>}
          {items.length > 0 && listed.length === 0 && <p>{t('filter.none')}</p>}
          <ol id="list" className="list" tabIndex={-1} aria-label={t('view.label')}>
            {listed.map((item) => (
              <Card key={item.id} item={item} said={said.get(item.id)} isCurrent={item.id === currentId} />
            ))}
          </ol>
          {listed.length > 0 && <SaveAtEnd />}
        </div>
      </main>
      <nav className="steps" aria-label={t('view.label')}>
        <button type="button" onClick={() => move(listed, -1)}>
          {t('cue.previous')}
        </button>
        <button type="button" className="main" onClick={() => move(listed, 1)}>
          {t('cue.next')}
        </button>
      </nav>
    </>
  );
}
