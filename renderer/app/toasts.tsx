import { X } from 'lucide-react';
import { dismissNotice, useNotices, type Notice } from '../state/notices';
import { Button } from '../ui/button';
import { useAnnouncement } from './announcer';
import { useMessages } from './messages';

/** Passing notices, newest last, in a live region that is always there so that additions are spoken. */
export function Toasts() {
  const notices = useNotices((state) => state.notices);
  return (
    // React Aria hides what is outside of an open dialog from assistive technology; notices stay.
    <div className="toasts" role="status" data-react-aria-top-layer="true">
      {notices.map((notice) => (
        <Toast key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function Toast({ notice }: { readonly notice: Notice }) {
  const t = useMessages();
  const dismiss = () => dismissNotice(notice.id);
  return (
    <div className={`toast toast--${notice.tone}`}>
      <p className="toast__text">{notice.text}</p>
      {notice.action && (
        <Button
          size="small"
          onPress={() => {
            dismiss();
            notice.action?.run();
          }}
        >
          {notice.action.label}
        </Button>
      )}
      <Button variant="quiet" size="small" aria-label={t('app.dismiss')} onPress={dismiss}>
        <X size={14} aria-hidden />
      </Button>
    </div>
  );
}

/** What `announce` says. */
export function LiveRegion() {
  const text = useAnnouncement((state) => state.text);
  return (
    <div className="visually-hidden" aria-live="polite" data-react-aria-top-layer="true">
      {text}
    </div>
  );
}
