"""spaCy's English tokenizer with the marks of the trade split off: "NAME(TM)", "NAME®", "U.S./Canada"."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

__all__ = ["make_tokenizer"]

_INFIXES = (r"(?<=[A-Za-z0-9®™])\((?=[A-Za-z])", r"(?<=[A-Za-z.])/(?=[A-Za-z])", r"(?<=\w)[®™]", r"(?<=\))[/,](?=\w)")
_SUFFIXES = (r"\((?:TM|R|SM)\)?", r"[®™]")


@registry.tokenizers("topline.Tokenizer.v1")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], Tokenizer]:
    def create(nlp: Language) -> Tokenizer:
        defaults = nlp.Defaults
        return Tokenizer(
            nlp.vocab,
            rules=defaults.tokenizer_exceptions,
            prefix_search=compile_prefix_regex(defaults.prefixes or ()).search,
            suffix_search=compile_suffix_regex([*_SUFFIXES, *(defaults.suffixes or ())]).search,
            infix_finditer=compile_infix_regex([*_INFIXES, *(defaults.infixes or ())]).finditer,
            token_match=defaults.token_match,
            url_match=defaults.url_match,
        )

    return create
