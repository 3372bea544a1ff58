import { describe, expect, it } from 'vitest';
import { classes, rules } from '../src/figures/rules/index.ts';
import { type Quantity, type Scene, sceneOf } from '../src/figures/scene.ts';
import { compileGrammar } from '../src/language/grammar.ts';
import { tokenize } from '../src/language/tokens.ts';

describe('figures: every rule reads its own examples', () => {
  for (const rule of rules) {
    const alone = compileGrammar<Quantity, Scene>('figures', [rule], classes);
    for (const example of rule.examples) {
      it(`${rule.id}: ${example.text}`, () => {
        const scene = sceneOf(tokenize(example.text));
        const found = alone
          .find(scene.visible, scene)
          .map(({ start, end, value }) => ({ text: example.text.slice(start, end), ...value }));
        const longest = found.filter(
          (each) => !found.some((other) => other !== each && other.text.includes(each.text)),
        );
        expect(longest.map(({ text }) => text)).toEqual(example.finds.map(({ text }) => text));
        for (const [place, want] of example.finds.entries()) {
          expect(longest[place]).toMatchObject(want);
        }
      });
    }
  }
});
