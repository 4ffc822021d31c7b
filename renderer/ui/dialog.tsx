import { X } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useMessages } from '../app/messages';
import { Button } from './button';
import { useFocusBack, useFocusKept } from './focus-back';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  /** A line under the title. */
  readonly lead?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large';
  readonly onClose: () => void;
  /** Something was typed or moved here that closing would lose: Escape, a click beside it and the cross then ask first. */
  readonly isUnkept?: boolean;
  /** Buttons, the main one last. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** A modal dialog: keeps the focus inside, gives it back on closing, Escape closes it. */
export function ModalDialog(props: DialogProps) {
  const { title, lead, size = 'medium', onClose, isUnkept = false, footer, children } = props;
  const t = useMessages();
  const { isAsking, leave, goOn } = useQuestion(isUnkept, onClose);
  useFocusBack();
  const box = useFocusKept();
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) leave();
      }}
      className="dialog-scrim"
    >
      <Modal className={`dialog dialog--${size}`}>
        <Dialog className="dialog__box" ref={box}>
          <header className="dialog__header">
            <div>
              <Heading slot="title" level={2} className="dialog__title">
                {title}
              </Heading>
              {lead !== undefined && <p className="dialog__lead">{lead}</p>}
            </div>
            <Button variant="quiet" size="small" aria-label={t('app.close')} onPress={leave}>
              <X size={16} aria-hidden />
            </Button>
          </header>
          <div className="dialog__body">{children}</div>
          {isAsking ? (
            <footer className="dialog__footer">
              <p className="dialog__note" role="alert">
                {t('dialog.unkept')}
              </p>
              <Button variant="danger" onPress={onClose}>
                {t('dialog.drop')}
              </Button>
              <Button variant="primary" autoFocus onPress={goOn}>
                {t('dialog.goOn')}
              </Button>
            </footer>
          ) : (
            footer !== undefined && <footer className="dialog__footer">{footer}</footer>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Whether the person is asked before they lose something by leaving; `leave` leaves or asks, and takes the question back. */
function useQuestion(isUnkept: boolean, onClose: () => void) {
  const [isAsked, setAsked] = useState(false);
  const before = useRef<Element | null>(null);
  const isAsking = isAsked && isUnkept;
  const goOn = () => {
    setAsked(false);
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  const leave = () => {
    if (!isUnkept) return onClose();
    if (isAsking) return goOn();
    before.current = document.activeElement;
    setAsked(true);
  };
  return { isAsking, leave, goOn };
}
