/** Something the shell may offer, with a note where the shell shows one. */
export interface Candidate {
  readonly value: string;
  readonly about?: string;
}
