/** What is used here of citeproc-js, which brings no types. */
declare module 'citeproc' {
  /** Writes references in one style, of the items that the system hands it. */
  export interface Engine {
    readonly setOutputFormat: (name: string) => void;
    readonly updateItems: (ids: readonly string[]) => void;
    /** A pair of the parameters and the entries, in the order of the style; false for a style that has no list. */
    readonly makeBibliography: () => readonly [unknown, readonly string[]] | false;
    readonly makeCitationCluster: (items: readonly { readonly id: string }[]) => string;
  }

  /** How each part is written, by its name; `text_escape` is told the words, every other function the state first. */
  export type OutputFormat = { readonly text_escape: (text: string) => string } & Readonly<
    Record<`@${string}`, (state: EngineState, words?: string) => string>
  > &
    Readonly<Record<'bibstart' | 'bibend', string>>;

  export interface EngineState {
    readonly getTerm: (name: string) => string;
  }

  const CSL: {
    readonly Engine: new (system: object, style: string, language: string, isForced?: boolean) => Engine;
    /** A letter of a script that parts the names of a person; any other script is taken for one that does not. */
    readonly ROMANESQUE_REGEXP: RegExp;
    readonly Output: { readonly Formats: Record<string, OutputFormat> };
  };
  export default CSL;
}
