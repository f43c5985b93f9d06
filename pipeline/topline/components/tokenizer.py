"""spaCy's English tokenizer with the marks of the trade split off: "NAME(TM)", "NAME®", "U.S./Canada"."""

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

__all__ = ["ReleaseTokenizer", "make_tokenizer"]

_INFIXES = (r"(?<=[A-Za-z0-9®™])\((?=[A-Za-z])", r"(?<=[A-Za-z.])/(?=[A-Za-z])", r"(?<=\w)[®™]", r"(?<=\))[/,](?=\w)")
_SUFFIXES = (r"\((?:TM|R|SM)\)?", r"[®™]")
_LONGEST = 300
_LONG = re.compile(rf"\S{{{_LONGEST},}}")


class ReleaseTokenizer(Tokenizer):  # type: ignore[misc]
    """Words of absurd length ("$$$…", "____…") are cut into pieces: splitting affixes off them takes quadratic time."""

    def __call__(self, text: str) -> Doc:
        if not _LONG.search(text):
            plain: Doc = super().__call__(text)
            return plain
        words: list[str] = []
        spaces: list[bool] = []
        at = 0
        for long in _LONG.finditer(text):
            self._add(text[at : long.start()], words, spaces)
            pieces = [text[i : min(i + _LONGEST, long.end())] for i in range(long.start(), long.end(), _LONGEST)]
            words.extend(pieces)
            spaces.extend([False] * len(pieces))
            at = long.end()
        self._add(text[at:], words, spaces)
        return Doc(self.vocab, words=words, spaces=spaces)

    def _add(self, text: str, words: list[str], spaces: list[bool]) -> None:
        """A blank right after a long word belongs to it, as everywhere in a Doc."""
        if text.startswith(" ") and words:
            spaces[-1] = True
            text = text[1:]
        for token in super().__call__(text):
            words.append(token.text)
            spaces.append(bool(token.whitespace_))


@registry.tokenizers("topline.Tokenizer.v1")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], Tokenizer]:
    def create(nlp: Language) -> Tokenizer:
        defaults = nlp.Defaults
        return ReleaseTokenizer(
            nlp.vocab,
            rules=defaults.tokenizer_exceptions,
            prefix_search=compile_prefix_regex(defaults.prefixes or ()).search,
            suffix_search=compile_suffix_regex([*_SUFFIXES, *(defaults.suffixes or ())]).search,
            infix_finditer=compile_infix_regex([*_INFIXES, *(defaults.infixes or ())]).finditer,
            token_match=defaults.token_match,
            url_match=defaults.url_match,
        )

    return create
