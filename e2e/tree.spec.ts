import { openPlanned } from './support/open.ts';
import { expect, test } from './support/test.ts';

test('to a screen reader the desk is an article whose marks say verdict and sources once, with the verdicts behind it', async ({
  page,
}) => {
  const desk = await openPlanned(page, {
    title: 'Ferry',
    paragraphs: [['The ferry left at noon.', 'It carried 40 people.']],
    reviewers: ['Ana'],
    sources: { log: { title: 'The log' } },
    annotations: [
      { quote: 'noon', rating: 'true', cites: { log: 'supports' } },
      { quote: '40 people', rating: 'false' },
    ],
  });
  await desk.whenSaved();
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - article "Ferry":
      - heading "Ferry" [level=1]
      - paragraph:
        - text: The ferry left at
        - mark: noon
        - button "True, 1 source"
        - text: . It carried
        - mark: 40 people
        - button "False, no source"
        - text: .
    - 'toolbar "Verdict on: Sentence 1"':
      - text: Sentence 1
      - button "True"
      - button "Mostly true"
      - button "Half true"
      - button "Mostly false"
      - button "False"
      - button "Misleading"
      - button "Unproven"
      - button "Not checkable"
      - button "Annotate"
      - button "Correct the sentence"
  `);
  await expect(page.getByRole('complementary', { name: 'Overview' })).toMatchAriaSnapshot(`
    - complementary "Overview":
      - button "Annotations 2" [pressed]
      - button "Sources 1"
      - region "Annotations":
        - search "Filter annotations":
          - combobox "Search annotations"
          - button "Filters"
          - status: 2 annotations
        - list "In text order":
          - listitem:
            - button "True 1 source noon"
          - listitem:
            - button "False 40 people"
  `);
  await desk.openAnnotation(0);
  await expect(page.getByRole('complementary', { name: 'Editor' })).toMatchAriaSnapshot(`
    - complementary "Editor":
      - region "Annotation":
        - heading "Annotation 1 of 2" [level=2]
        - button "Previous annotation" [disabled]
        - button "Next annotation"
        - button "More for this annotation"
        - button "Close"
        - group:
          - blockquote: noon
          - group "Boundaries"
          - group "Verdict":
            - radio "True"
            - radio "Mostly true"
            - radio "Half true"
            - radio "Mostly false"
            - radio "False"
            - radio "Misleading"
            - radio "Unproven"
          - textbox "Conclusion"
          - region "Evidence":
            - heading "Sources 1" [level=3]
            - list:
              - listitem:
                - group "The log":
                  - group "Stance":
                    - radio "Supports" [checked]
            - combobox "Add source"
          - textbox "Claim": noon
  `);
});
