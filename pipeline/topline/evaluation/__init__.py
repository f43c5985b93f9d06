"""Gold, and how far records agree with it."""

from topline.evaluation.gold import GoldAmount, GoldDate, GoldEvent, GoldName, GoldRelease

__all__ = ["GoldAmount", "GoldDate", "GoldEvent", "GoldName", "GoldRelease"]
