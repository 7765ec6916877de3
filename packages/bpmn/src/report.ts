import type { Problem } from '@baton/model';

export interface Note {
  /** The element it is about; absent: the file as a whole. */
  readonly elementId?: string;
  readonly message: string;
}

/** What became of the file, element by element. */
export interface ImportReport {
  /** Ids of the BPMN elements that the graph has as they were. */
  readonly kept: readonly string[];
  readonly changed: readonly Note[];
  /** Kept under `extensions`, without effect. */
  readonly notUnderstood: readonly Note[];
  readonly problems: readonly Problem[];
}

/** The report while it is written. */
export class ReportWriter {
  readonly kept: string[] = [];
  readonly changed: Note[] = [];
  readonly notUnderstood: Note[] = [];

  keep(id: string): void {
    this.kept.push(id);
  }

  change(elementId: string | undefined, message: string): void {
    this.changed.push(elementId === undefined ? { message } : { elementId, message });
  }

  leave(elementId: string | undefined, message: string): void {
    this.notUnderstood.push(elementId === undefined ? { message } : { elementId, message });
  }

  with(problems: readonly Problem[]): ImportReport {
    const { kept, changed, notUnderstood } = this;
    return { kept, changed, notUnderstood, problems };
  }
}
