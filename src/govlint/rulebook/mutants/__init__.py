"""Rules with one small thing changed: does any case notice?"""
