import { createElement, useEffect, useState, type ComponentType, type ReactNode } from 'react';

/** A module that is loaded when somebody wants it, and at hand from then on. */
export interface Later<Module extends object> {
  /** What did not come is asked for again. */
  readonly load: () => Promise<Module>;
  /** Null until it has come. */
  readonly here: () => Module | null;
}

/** A part that was asked for has not come: the network, or a newer version that has others. Asked for again, it may. */
export class PartMissing extends Error {}

export function later<Module extends object>(load: () => Promise<Module>): Later<Module> {
  let module: Module | null = null;
  return {
    load: async () => {
      module = await load();
      return module;
    },
    here: () => module,
  };
}

/** The module, loaded by whoever renders first; null until it has come. When it does not come, the rendering throws `PartMissing`. */
export function useLater<Module extends object>({ load, here }: Later<Module>): Module | null {
  const [module, setModule] = useState(here);
  useEffect(() => {
    if (module !== null) return;
    let isGone = false;
    const show = (next: () => Module): void => {
      if (!isGone) setModule(next);
    };
    load().then(
      (loaded) => show(() => loaded),
      (cause: unknown) =>
        show(() => {
          throw new PartMissing(String(cause));
        }),
    );
    return () => {
      isGone = true;
    };
  }, [module, load]);
  return module;
}

type PropsOf<Part> = Part extends (props: infer Props extends object) => ReactNode ? Props : never;

/**
 * One of the components of such a module; nothing stands in its place until it has come. Not `React.lazy`: once a fallback was
 * shown, React holds back what follows it for up to 300 ms, even what was loaded long before.
 */
export function laterPart<Module extends object, Name extends keyof Module>(
  module: Later<Module>,
  name: Name,
): ComponentType<PropsOf<Module[Name]>> {
  return function LaterPart(props) {
    const loaded = useLater(module);
    // What is no component has props of type never, and can't be rendered.
    return loaded === null ? null : createElement(loaded[name] as unknown as ComponentType<object>, props);
  };
}
