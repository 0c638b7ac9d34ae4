import { Component } from 'react';
import type { ReactNode } from 'react';
import i18next from 'i18next';

/** Keeps a fault of one page from taking the others with it. */
export class FaultWall extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return (
      <div className="empty" role="alert" style={{ padding: 24 }}>
        <b>{i18next.t('errors.page')}</b>
        <button type="button" onClick={() => this.setState({ isBroken: false })}>
          {i18next.t('errors.retry')}
        </button>
      </div>
    );
  }
}
